import fc from "fast-check";
import { z } from "zod";

/** Every way a report may be laid out. The first of each list is the plainest, and what a failing layout is shrunk to. */
export const layoutSchema = z.strictObject({
  format: z.enum([
    "pipe",
    "tab",
    "cell-lines",
    "stacked",
    "gaps",
    "commas",
    "html-in-text",
    "html",
    "docx",
    "pdf",
    "xlsx",
    "xls",
    "csv",
    "ofd",
  ]),
  report: z.enum(["plan-report", "work-report", "communique"]),
  /** What the columns of the table are of. */
  columns: z.enum([
    "target-actual",
    "actual-next",
    "before-target-actual",
    "all",
    "actual-growth",
    "growth-next",
    "part-year",
    "measure-rows",
    "kind-rows",
    "kind-lines",
    "year-rows",
  ]),
  /** How years stand in the headings: in each, over both kinds in a row of their own, or in the caption alone. */
  header: z.enum(["dated", "two-level", "two-level-repeated", "undated"]),
  wording: z.enum(["0", "1", "2", "3", "4"]),
  order: z.enum(["usual", "turned"]),
  caption: z.enum(["numbered", "unnumbered", "bare", "none"]),
  unitIn: z.enum(["column", "name", "heading", "line", "caption", "cell"]),
  rowNumbers: z.enum(["no", "yes"]),
  groups: z.enum(["none", "merged", "once", "parts", "hashes"]),
  beside: z.enum(["nothing", "remark", "attribute", "office"]),
  /** How a page cuts the table. */
  cut: z.enum([
    "none",
    "header-again",
    "continued-header",
    "continued",
    "caption-again",
    "next-table",
    "page-number",
    "half-header",
    "alone",
  ]),
  marks: z.enum(["none", "raised", "circled", "note-word", "bracket", "star"]),
  markAt: z.enum(["name", "cell", "heading", "caption"]),
  note: z.enum(["none", "told"]),
  sign: z.enum(["-", "−", "－", "↓", "下降", "brackets", "▲ told", "▲"]),
  digits: z.enum(["plain", "comma", "wide-comma", "space", "wide", "maths"]),
  bound: z.enum(["none", "左右", "以上", "≥", "range"]),
  part: z.enum([
    "1—11月",
    "1-11月",
    "1至11月份",
    "前11个月",
    "上半年",
    "一季度",
    "前三季度",
    "1—2月",
    "截至11月底",
  ]),
});
export type Layout = z.infer<typeof layoutSchema>;
export type Format = Layout["format"];

export const FORMATS = layoutSchema.shape.format.options;

/** These are drawn evenly; the plainest of all others comes up as often as all its others together. */
const EVEN: ReadonlySet<string> = new Set(["columns", "wording", "part"]);

/** Layouts in a format. Most choices are plain in most layouts, so that each hard one is met alone and in company. */
export function layoutArbitrary(format: Format): fc.Arbitrary<Layout> {
  const drawn = Object.entries(layoutSchema.shape).map(([name, choice]) => {
    const [plain = "", ...others] = choice.options;
    if (name === "format") return [name, fc.constant<string>(format)] as const;
    const times = EVEN.has(name) ? 1 : others.length;
    return [name, fc.constantFrom<string>(...Array.from({ length: times }, () => plain), ...others)] as const;
  });
  return fc.record(Object.fromEntries(drawn)).map((made) => layoutSchema.parse(made));
}
