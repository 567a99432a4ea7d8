import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { nearestRead } from "#answer/passages/read-choice.ts";
import { halfAsked, halfAt, yearsAt } from "#answer/passages/report-half.ts";
import type { Sources } from "#answer/sources.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import type { Question } from "#question/question.ts";
import type { ReadUnit } from "#read/read-unit.ts";
import { findQuantities } from "#text/quantity/find-quantities.ts";
import { clauseTelling, type ReadPart } from "./tells-part.ts";
import { quoteOfAll } from "./told-once.ts";

/** So many of the stretches nearest to a question are looked at. */
const FEW = 8;

/** A sentence that tells at least two of the parts. */
export interface TellingSeveral {
  readonly draft: Draft;
  readonly parts: readonly ReadPart[];
}

/**
 * The sentence near the question that tells the most of its parts, two at least: 全年签约亿元以上项目25个、总投资177亿元, which no
 * part finds by itself and the whole finds unsure. Null for none.
 */
export async function bestUnitFor(
  question: Question,
  readings: readonly (readonly ReadPart[])[],
  sources: Sources,
): Promise<TellingSeveral | null> {
  const desk = new Desk(question, sources);
  const units = (await nearestRead(desk, question.regions[0] ?? null)).slice(0, FEW);
  const telling = units
    .map((read) => ({ read, parts: partsIn(desk, read, readings) }))
    .reduce<{ read: ReadUnit; parts: readonly ReadPart[] } | null>(
      (best, each) => (each.parts.length > Math.max(1, best?.parts.length ?? 0) ? each : best),
      null,
    );
  if (telling === null) return null;
  const { read, parts } = telling;
  return { draft: quoteOfAll(question, read.unit, parts, sources), parts };
}

function partsIn(
  { question, sources }: Desk,
  { unit }: ReadUnit,
  readings: readonly (readonly ReadPart[])[],
): readonly ReadPart[] {
  const document = sources.document(unit.documentId);
  if (document === null || unit.kind === "row") return [];
  const half = halfAt(document, unit.start);
  const asked = halfAsked(question);
  if (half !== null && asked !== null && half !== asked) return [];
  const words = sliceOf(document.text, unit);
  const years = yearsAt(document, unit);
  const told = readings.flatMap((all) => {
    const found = all.flatMap((read) => {
      const clause = clauseTelling(words, read, sources);
      return clause !== null && read.own.years.every((year) => years.includes(year))
        ? [{ read, clause }]
        : [];
    });
    return found.slice(0, 1);
  });
  return told.every(({ clause }) => hasFigureForEach(words, clause, told))
    ? told.map(({ read }) => read)
    : [];
}

/** 进出口总额1.42万亿美元 is not both the exports and the imports: a clause tells as many parts as it prints figures. */
function hasFigureForEach(words: string, clause: Span, told: readonly { readonly clause: Span }[]): boolean {
  const sharing = told.filter((other) => other.clause.start === clause.start).length;
  return (
    sharing < 2 ||
    findQuantities(sliceOf(words, clause)).filter(({ unit }) => unit !== "年").length >= sharing
  );
}
