import type { Question } from "#question/question.ts";

/** Parts of a region that have figures of their own, each with how reports call it. */
const ZONES: readonly RegExp[] = [
  /开发区|经开区/u,
  /高新区|高新技术产业开发区/u,
  /(?:工业|产业|科技|物流)园/u,
];

/** How reports call the zone or park that a question asks about (徐水开发区…); null where it asks about none. */
export function zoneAsked({ topic, indicators }: Question): RegExp | null {
  const rest = indicators.reduce((words, { phrase }) => words.replace(phrase, " "), topic);
  return ZONES.find((zone) => zone.test(rest)) ?? null;
}
