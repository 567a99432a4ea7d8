import type { NamedIndicator, Question } from "#question/question.ts";
import { patterns } from "#question/words/patterns.ts";

/** Shorter, what topic and name have in common is no thing that both measure. */
const THING = 3;
/** Shorter, what is left of them is no measure. */
const MEASURE = 2;
/** Longer, it is a description (对经济的分量). */
const LONGEST = 5;

/**
 * 轨道交通日均客流 beside 轨道交通运营里程: whether the words name the thing that a near indicator is of and another measure of
 * it, with no character in common.
 */
export function asksOtherMeasure(
  { topic, language }: Pick<Question, "topic" | "language">,
  near: readonly NamedIndicator[],
): boolean {
  if (language !== "zh") return false;
  const said = topic.replaceAll(" ", "");
  const names = near.flatMap(({ names: [name = ""] }) => name.replace(/增速$/u, ""));
  return (
    names.length > 0 &&
    names.every((name) => {
      const thing = inCommon(said, name);
      if (thing.length < THING || !said.startsWith(thing)) return false;
      const [asked, held] = [said.slice(thing.length), name.replace(thing, "")];
      if (asked.replace(patterns.filler, "") === "" || held.length < MEASURE) return false;
      if (asked.length < MEASURE || asked.length > LONGEST) return false;
      return ![...asked].some((character) => held.includes(character));
    })
  );
}

/** The longest stretch that both hold. */
function inCommon(one: string, other: string): string {
  for (let length = Math.min(one.length, other.length); length > 0; length -= 1)
    for (let at = 0; at + length <= one.length; at += 1)
      if (other.includes(one.slice(at, at + length))) return one.slice(at, at + length);
  return "";
}
