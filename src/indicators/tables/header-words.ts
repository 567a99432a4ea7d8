import { z } from "zod";
import data from "./header-words.json" with { type: "json" };

const patterns = z
  .array(z.string().min(1))
  .transform((list) => list.map((source) => new RegExp(source, "u")));

const schema = z.strictObject({
  comment: z.string(),
  index: patterns,
  unit: patterns,
  attribute: patterns,
  note: patterns,
  office: patterns,
  status: patterns,
  region: patterns,
  name: patterns,
  category: patterns,
  share: patterns,
  proportion: patterns,
  rank: patterns,
  yearly: patterns,
  growth: patterns,
  target: patterns,
  actual: patterns,
  estimate: patterns,
  framing: patterns,
  plain: patterns,
  previousYear: patterns,
  thisYear: patterns,
  nextYear: patterns,
  ownRegion: patterns,
  plannedTable: patterns,
});

export type HeaderWords = Omit<z.output<typeof schema>, "comment">;

/** The words headings are made of, as data. */
export const headerWords: HeaderWords = schema.parse(data);

/** True when one of the patterns of `list` fits `text`. */
export function fits(list: keyof HeaderWords, text: string): boolean {
  return headerWords[list].some((pattern) => pattern.test(text));
}
