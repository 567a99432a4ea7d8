import { z } from "zod";
import data from "./words.json" with { type: "json" };

const list = z.array(z.string().min(1));

const schema = z.strictObject({
  comment: z.string(),
  lead: list,
  link: list,
  total: list,
  flow: list,
  grow: list,
  fall: list,
  manner: list,
  calibre: list,
  generic: list,
  heads: list,
  broad: list,
  notRegion: list,
  verbs: list,
  subYear: list,
  manyYears: list,
  target: list,
  strongTarget: list,
  past: list,
  not: list,
  overTarget: list,
});

/** Words that stand around figures in sentences, as data. */
export const words = schema.parse(data);

/** The patterns of a list as one, the longest first. */
export function anyOf(patterns: readonly string[]): string {
  return `(?:${[...patterns].sort((a, b) => b.length - a.length).join("|")})`;
}
