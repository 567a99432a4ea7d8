import { z } from "zod";
import data from "./words.json" with { type: "json" };

const list = z.array(z.string().min(1));

const schema = z.strictObject({
  comment: z.string(),
  lead: list,
  link: list,
  total: list,
  filling: list,
  flow: list,
  added: list,
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
  unclear: list,
  territory: list,
  wide: list,
});

/** Words that stand around figures in sentences, as data. */
export const words = schema.parse(data);

/** The patterns of a list as one, the longest first. */
export function anyOf(patterns: readonly string[]): string {
  return `(?:${[...patterns].sort((a, b) => b.length - a.length).join("|")})`;
}

/** What joins the members of a list; 普及, 和谐, 研究与试验发展 hold these characters and are no lists. */
export const CONJUNCTION =
  /以及|、|和(?!谐|平|解|美)|(?<![普涉波危惠触])及(?![格时第])|与(?!试验|实验|监)|或/u;
