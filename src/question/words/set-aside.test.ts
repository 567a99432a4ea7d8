import { expect, test } from "vitest";
import { readTurn } from "#question/conversation/turn.ts";

const kinds = (asked: string) =>
  readTurn(asked, (rest) => ({ held: [], other: [], inside: [], unclear: null, rest, spelt: rest })).kinds;

test.each([
  ["2022年计划降多少?不要实际值", ["target"]],
  ["实际完成了多少?我不要目标数", ["actual"]],
  ["实际涨了百分之几?不要目标,要完成数", ["actual"]],
  ["别给我目标，实际是多少", ["actual"]],
  ["actual growth, not the target", ["actual"]],
  ["目标和实际各是多少", ["target", "actual"]],
  ["是不是完成目标了", ["target"]],
])("%s asks for %j", (asked, wanted) => expect(kinds(asked)).toEqual(wanted));

test("nothing but the kind left out: the words stay", () => expect(kinds("不要目标")).toEqual(["target"]));
