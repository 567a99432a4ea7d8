import type { Question } from "#question/question.ts";

/** A question's words without the regions that it names, in full or short. */
export function withoutPlace(folded: string, { regions }: Pick<Question, "regions">): string {
  const names = regions.flatMap((region) => [region, region.replace(/[省市区县]$/, "")]);
  return names.reduce((words, name) => words.replace(name, " "), folded).trim();
}
