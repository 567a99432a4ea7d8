import { z } from "zod";
import { REVISION_VERDICTS, type RevisionVerdict } from "#domain/revision.ts";

/** A value as it is computed with: `-4.3`, no commas. */
const decimal = z.string().regex(/^-?\d{1,30}(?:\.\d{1,20})?$/, "is no number such as 4.7");
const words = z.string().trim().min(1).max(500);

/** One line of `corpus/revisions.jsonl`; of several on one row the last counts. */
export const revisionSchema = z
  .strictObject({
    /** Id of the row in the indicator table. */
    row: z.string().min(1).max(300),
    /** What is said of it; `withdrawn` takes back what was said before. */
    verdict: z.enum([...REVISION_VERDICTS, "withdrawn"]),
    /** The cell as printed: where the report prints something else by now, the line no longer counts. */
    printed: z.string().min(1).max(500),
    /** As it should be; for `corrected` alone. A unit that is left out stays as it is. */
    value: decimal.optional(),
    unit: z.string().min(1).max(30).optional(),
    author: words.max(100),
    reason: words,
    date: z.iso.date(),
  })
  .refine(({ verdict, value }) => (verdict === "corrected") === (value !== undefined), {
    error: "`corrected` needs a value, and nothing else has one",
    path: ["value"],
  });

export type Revision = z.infer<typeof revisionSchema>;

/** A line of the file that does not count, and why. */
export interface RevisionProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** A line that counts, with its number from 1. */
export interface NumberedRevision extends Omit<Revision, "verdict"> {
  readonly line: number;
  readonly verdict: RevisionVerdict;
}

/** The last line on each row; a bad line is named and left out, the others count. */
export function parseRevisions(text: string): {
  readonly revisions: readonly NumberedRevision[];
  readonly problems: readonly RevisionProblem[];
} {
  const last = new Map<string, NumberedRevision>();
  const problems: RevisionProblem[] = [];
  for (const [at, line] of text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === "" || line.startsWith("//")) continue;
    const parsed = revisionSchema.safeParse(parsedJson(line));
    if (!parsed.success) {
      const message = z.prettifyError(parsed.error).replaceAll(/\s*\n\s*/g, " ");
      problems.push({ line: at + 1, message });
      continue;
    }
    const { verdict, ...revision } = parsed.data;
    if (verdict === "withdrawn") last.delete(revision.row);
    else last.set(revision.row, { ...revision, verdict, line: at + 1 });
  }
  return { revisions: [...last.values()], problems };
}

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return "no JSON";
  }
}
