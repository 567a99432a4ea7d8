import type { Item } from "#evaluate/sets/item.ts";
import { evidenceGroups, fromGoldDocument } from "./grade.ts";
import { groupBy } from "./group.ts";
import { holdsEvidence } from "./match.ts";
import { isEvidenceIn } from "./reading.ts";

/**
 * Where on the way a question was lost whose units were recorded:
 * - `not read`: no unit read holds evidence
 * - `read, not first`: one does, another was held likelier
 * - `first, refused`: the likeliest is evidence, and no answer was given
 * - `first, not told`: the same, and the answer cites something else
 * - `cited, not said`: the answer cites the evidence and leaves out what must be said
 * - `answered from a figure`, `answered from a passage`: nothing answers it
 */
export const LOST_AT = [
  "not read",
  "read, not first",
  "first, refused",
  "first, not told",
  "cited, not said",
  "answered from a figure",
  "answered from a passage",
] as const;
export type LostAt = (typeof LOST_AT)[number];

/** The first stage on the way at which a question was lost; null where it was not, or where it is not known what was read. */
export function lostAt({ question, record, response, grade, documents }: Item): LostAt | null {
  if (grade === null || grade.points === 1 || record.units === null || response === null) return null;
  if (question.expect === "refuse") {
    if (response.status !== "answered") return null;
    return response.indicators.length > 0 ? "answered from a figure" : "answered from a passage";
  }
  if (question.expect !== "answer" || evidenceGroups(question).length === 0) return null;
  const cited = response.citations.some(
    ({ documentId, quote }) =>
      fromGoldDocument(question, documentId, documents) &&
      evidenceGroups(question)
        .flat()
        .some((slice) => holdsEvidence(quote, slice)),
  );
  if (cited) return "cited, not said";
  const evidence = record.units.findIndex((unit) => isEvidenceIn(unit, question, documents));
  if (evidence < 0) return "not read";
  if (evidence > 0) return "read, not first";
  return response.status === "answered" ? "first, not told" : "first, refused";
}

/** How many questions were lost at each stage; null where it is not known what was read. */
export function countLost(items: readonly Item[]): Readonly<Partial<Record<LostAt, number>>> | null {
  if (items.every(({ record }) => record.units === null)) return null;
  const stages = groupBy(items, (item) => lostAt(item));
  return Object.fromEntries(
    LOST_AT.flatMap((stage) => {
      const count = stages.get(stage)?.length ?? 0;
      return count === 0 ? [] : [[stage, count]];
    }),
  );
}
