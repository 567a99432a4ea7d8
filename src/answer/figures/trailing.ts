import type { Desk } from "#answer/desk.ts";
import type { IndicatorRow } from "#domain/indicator.ts";

/** ，位居全市第二; ，增速居全市第1位; 、总量稳居全市第3. */
const RANK =
  /^[，,、](?:(?:增速|增幅|总量)[^，。；\d]{0,4})?(?:连续[^，。；]{1,8})?(?:位?居|稳居|排名?|位列|列|跃居|升至|跃升至)[^，。；]{2,16}(?:第[一二三四五六七八九十\d]+位?名?|首位|前列|前\d+位?|前[一二三四五六七八九十]+位?)/u;
/** ，同比提高22个百分点; ，高于全市平均水平0.3个百分点. */
const APART =
  /^[，,、](?:同比|[较比][^，。；\d]{1,8}|[高低]于[^，。；\d]{1,12})[^，。；\d]{0,6}\d+(?:\.\d+)?个百分点/u;
/** 、增长10.2% is a fact of its own and stands between the amount and its rank. */
const GROWTH = /^[，,、](?:同比)?(?:增长|下降)\d+(?:\.\d+)?%/u;

/** What the sentence says of a figure right behind it: its rank, or how far it is from last year's or the city's. */
export function trailing(desk: Desk, row: IndicatorRow): string[] {
  if (row.source === "table") return [];
  const text = desk.sources.document(row.documentId)?.text ?? "";
  const rest = text
    .slice(row.end, row.context.end)
    .replaceAll("\n", "")
    .replace(/^[左右以上下]{2}/u, "");
  const growth = row.indicator.endsWith("增速") ? "" : (GROWTH.exec(rest)?.[0] ?? "");
  const behind = rest.slice(growth.length);
  const told = RANK.exec(behind)?.[0] ?? APART.exec(behind)?.[0];
  if (told === undefined) return [];
  // 52.18亿元，增长18.6%，位居全市第二: the rank may be that of the growth, so both are quoted.
  const said = /^[，,、](?:增速|增幅|总量)/u.test(told) ? told : growth + told;
  return [desk.say("said.beside", { said: said.slice(1), marks: desk.mark(row) })];
}

/** The rank that a sentence tells of an amount or of its growth, for a figure that a table prints without one. */
export function rankBehind(desk: Desk, row: IndicatorRow): string[] {
  if (row.region === null) return [];
  const amount = row.indicator.replace(/增速$/u, "");
  const filter = { regions: [row.region], years: [row.year], indicators: [amount, `${amount}增速`] };
  const others = desk.sources.rows(filter).filter(({ id, kind }) => kind === row.kind && id !== row.id);
  const told = others
    .map((other) => trailing(desk, other))
    .find(([said]) => said !== undefined && /第|首|前/u.test(said));
  if (told !== undefined) return told;
  // A table's remark on the growth may tell the rank of the amount too.
  const noted = others.find(({ note }) => note !== null && /第[一二三四五六七八九十\d]|首位/u.test(note));
  return noted === undefined ? [] : [desk.say("note", { note: noted.note ?? "", marks: desk.mark(noted) })];
}
