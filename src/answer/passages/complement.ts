import type { Desk } from "#answer/desk.ts";
import { heldAmong, type QuestionTerms, termsPresent } from "#read/query-terms.ts";
import type { ReadUnit } from "#read/reader.ts";
import { foldPlain } from "#text/fold.ts";
import { wantedBy } from "./find-candidates.ts";
import { unitWords } from "./mismatch.ts";

/** Several things are asked at once: 各多少, 分别, A及B, 目标和实际. */
const SEVERAL = /各|分别|[和与及、]|以及|还有|[,;，；?？].*(?:多少|几|哪|什么)/u;
/** So much of the question's weight a second stretch must add. */
const ADDED = 0.25;

/**
 * The stretch that tells what the first leaves untold of several things asked: 新建600所公办幼儿园, and in another sentence
 * 新解决400万人饮水. Null where one thing is asked, or no stretch as likely as `least` adds a quarter of the question's words.
 */
export function complementOf(
  desk: Desk,
  first: ReadUnit,
  { among, least }: { readonly among: readonly ReadUnit[]; readonly least: number },
): ReadUnit | null {
  if (!SEVERAL.test(desk.question.asked)) return null;
  const [terms] = wantedBy(desk).wordings;
  if (terms === undefined) return null;
  const told = heldBy(desk, terms, first);
  const added = among
    .filter(({ probability, unit }) => probability >= least && unit.documentId === first.unit.documentId)
    .map((read) => ({ read, share: weightOf(terms, heldBy(desk, terms, read), told) }))
    .filter(({ share }) => share >= ADDED)
    .reduce<{ read: ReadUnit; share: number } | null>(
      (most, each) => (most === null || each.share > most.share ? each : most),
      null,
    );
  return added?.read ?? null;
}

const heldBy = (desk: Desk, terms: QuestionTerms, { unit }: ReadUnit): ReadonlySet<string> =>
  heldAmong(terms, termsPresent(foldPlain(unitWords(desk, unit))));

/** Share of the question's weight that is held here and was not told before. */
function weightOf(
  { weights, total }: QuestionTerms,
  held: ReadonlySet<string>,
  told: ReadonlySet<string>,
): number {
  const added = [...held].filter((term) => !told.has(term));
  return total === 0 ? 0 : added.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0) / total;
}
