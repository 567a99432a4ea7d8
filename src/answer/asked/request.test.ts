import { describe, expect, test } from "vitest";
import { HEARD, heardTurns } from "./request.ts";

const said = (...turns: string[]) => turns.map((content) => ({ role: "user" as const, content }));

describe("of a long talk", () => {
  test("what the assistant said is not heard", () =>
    expect(heardTurns([...said("一"), { role: "assistant", content: "答" }, ...said("二")])).toEqual([
      "一",
      "二",
    ]));

  test("the last turns are heard", () => {
    const turns = Array.from({ length: 120 }, (_, at) => `第${at}问`);
    expect(heardTurns(said(...turns))).toEqual(turns.slice(-HEARD.turns));
  });

  test("as many characters as are heard", () => {
    const long = "字".repeat(200);
    const most = HEARD.characters / long.length;
    expect(heardTurns(said("早", ...Array(most).fill(long)))).toEqual(Array(most).fill(long));
  });

  test("the last turn is heard however long", () => {
    const pasted = `${"全区经济稳中有进。".repeat(200)}失业率是多少？`;
    expect(heardTurns(said("早", pasted))).toEqual(["早", expect.stringMatching(/失业率是多少？$/)]);
  });
});
