import { conceptById } from "#indicators/catalogue.ts";
import type { NamedIndicator, Question } from "#question/question.ts";

/** The question about the other measure: the amount where the growth was asked, the growth where the amount was. */
export function withOtherMeasure(question: Question): Question | null {
  const indicators = question.indicators.flatMap((indicator) => {
    const names = othersOf(indicator);
    return names.length === 0 ? [] : [{ ...indicator, names }];
  });
  return indicators.length === 0 ? null : { ...question, indicators };
}

function othersOf({ concepts, names }: NamedIndicator): string[] {
  return concepts.flatMap((id) => {
    const concept = conceptById(id);
    const both = [concept?.name, concept?.growthName].filter((name) => typeof name === "string");
    return both.filter((name) => !names.includes(name));
  });
}
