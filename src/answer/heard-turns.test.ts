import { describe, expect, test } from "vitest";
import { HEARD, heardTurns } from "./heard-turns.ts";

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
    const long = "字".repeat(HEARD.characters / 2);
    expect(heardTurns(said("早", long, long))).toEqual([long, long]);
  });

  test("the last turn is heard however long", () => {
    const long = "字".repeat(HEARD.characters + 1);
    expect(heardTurns(said("早", long))).toEqual([long]);
  });
});
