import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { Sources } from "#answer/sources.ts";
import { conceptById } from "#indicators/catalogue.ts";
import type { NamedIndicator, Question } from "#question/question.ts";
import { metDraft } from "./met.ts";

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

/** 增速完成目标了吗 where only amounts are printed: said so, with target and actual of the amount. */
export function metOtherwise(question: Question, desk: Desk): Draft | null {
  const other = withOtherMeasure(question);
  const name = question.indicators[0]?.names[0];
  const met = other === null ? null : metDraft(new Desk(other, desk.sources));
  if (met === null || name === undefined) return null;
  const text = desk.say("only.other", { indicator: desk.indicator(name) });
  return { ...met, blocks: [{ type: "paragraph", text }, ...met.blocks] };
}

/** True where the reports print the asked place's amount and not its growth, or the reverse. */
export function heldOtherwise(question: Question, sources: Sources): boolean {
  const { regions, years, kinds, operation } = question;
  if (operation !== "value" || regions.length === 0 || years.length === 0) return false;
  const names = withOtherMeasure(question)?.indicators.flatMap((indicator) => indicator.names) ?? [];
  if (names.length === 0) return false;
  return (
    sources.rows({ regions, years, indicators: names, ...(kinds.length > 0 ? { kinds } : {}), limit: 1 })
      .length > 0
  );
}
