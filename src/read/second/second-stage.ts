import type { SourceDocument } from "#domain/document.ts";
import { sliceOf } from "#domain/span.ts";
import type { CrossEncoder } from "#embed/cross-encoder.ts";
import type { Question } from "#question/question.ts";
import type { ReadUnit } from "#read/read-unit.ts";
import { foldPlain } from "#text/fold.ts";
import { type Mix, mixed } from "./mix.ts";
import { readTogether } from "./words.ts";

/** Reads the units that the trees hold best once more, question and unit together; the others come behind them. */
export type SecondStage = (question: Question, units: readonly ReadUnit[]) => Promise<ReadUnit[]>;

/** So many of the trees' best units are read: evidence stands in them for 97 of 100. */
const READ = 5;
/** Of a question the first 40 characters are read; of a longer one than this they say too little of what is asked. */
const LONGEST = 80;
/** Below these odds (their logarithm) no score of the cross-encoder makes a unit likely: it is not read again. */
const HOPELESS = -4;

/** The turn in the written language (怎么 for 啷个), with the wide marks that questions are typed with; of a turn that goes on with another what both ask. */
const askedIn = ({ asked, text, followUp, leans }: Question): string =>
  followUp || leans ? text : asked.replaceAll(",", "，").replaceAll("?", "？");

/** A cross-encoder, and how its scores are weighed with what the trees hold. */
export interface Second {
  readonly cross: CrossEncoder;
  readonly mix: Mix;
}

/** The second stage; `document` gives the text that units are stretches of. */
export function secondStage(
  { cross, mix }: Second,
  document: (id: string) => SourceDocument | null,
): SecondStage {
  return async (question, units) => {
    if (question.text.length > LONGEST) return [...units];
    const best = units.slice(0, READ).filter(({ odds }) => odds > HOPELESS);
    if (best.length === 0) return [...units];
    const pairs = best.map(({ unit }) =>
      readTogether(
        askedIn(question),
        foldPlain(unit.passage.chunk.section.at(-1) ?? ""),
        foldPlain(sliceOf(document(unit.documentId)?.text ?? "", unit)),
      ),
    );
    const read = mixed(mix, best, await cross.scores(pairs));
    const least = Math.min(...read.map(({ probability }) => probability));
    // What was not read again is no likelier than the last of what was.
    const others = units
      .filter((one) => !best.includes(one))
      .map((one) => ({ ...one, probability: Math.min(one.probability, least) }));
    return [...read, ...others];
  };
}
