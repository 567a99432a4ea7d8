import type { SourceDocument } from "#domain/document.ts";
import { sliceOf } from "#domain/span.ts";
import type { Question } from "#question/question.ts";
import type { ReadUnit } from "#read/reader.ts";
import { foldPlain } from "#text/fold.ts";
import type { CrossEncoder } from "./cross-encoder.ts";
import { mixed } from "./mix.ts";

/** Reads the units that the trees hold best once more, question and unit together; the others come behind them. */
export type SecondStage = (question: Question, units: readonly ReadUnit[]) => Promise<ReadUnit[]>;

/** So many of the trees' best units are read: evidence stands in them for 97 of 100. */
const READ = 5;

/** The second stage of a cross-encoder; `document` gives the text that units are stretches of. */
export function secondStage(
  cross: CrossEncoder,
  document: (id: string) => SourceDocument | null,
): SecondStage {
  return async (question, units) => {
    const best = units.slice(0, READ);
    if (best.length === 0) return [];
    const pairs = best.map(({ unit }) => ({
      question: question.text,
      title: foldPlain(unit.passage.chunk.section.at(-1) ?? ""),
      unit: foldPlain(sliceOf(document(unit.documentId)?.text ?? "", unit)),
    }));
    const read = mixed(cross.mix, best, await cross.scores(pairs));
    const least = Math.min(...read.map(({ probability }) => probability));
    // What was not read again is no likelier than the last of what was.
    const others = units
      .slice(READ)
      .map((one) => ({ ...one, probability: Math.min(one.probability, least) }));
    return [...read, ...others];
  };
}
