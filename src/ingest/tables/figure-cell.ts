import { isFigureCell } from "#text/quantity/read-cell.ts";

const NONE = /^(?:[—―–－\-/]{1,4}|\.{2,}|…+|持平|无)$/;

/** True for a figure or a mark that stands for none (`—`). */
export function isFigureOrNone(cell: string): boolean {
  return isFigureCell(cell) || NONE.test(cell.trim());
}

const HEADING =
  /^(?:序号|编号|单位|备注|属性|(?:主要)?指标(?:名称)?|项目(?:名称)?|名称|地区|.{0,12}(?:目标|实际|计划|完成|预期|情况|增长|增速|增幅|同比|数|值|量|年|比重|占比|排名|建议|完成|年份|年度)[（(]?[%％]?[)）]?|.{2,16}[（(][^（()）\d]{1,8}[)）])$/;

/** Half the cells of a header or more are words that head columns (指标, 单位, 2022年目标). */
export function isTelling(header: readonly (readonly string[])[]): boolean {
  const cells = header.flat().filter((cell) => cell !== "");
  const telling = cells.filter((cell) => HEADING.test(cell.replaceAll(" ", ""))).length;
  return telling >= 2 && telling * 2 >= cells.length;
}

/**
 * Rows of a sure table: a header without figures over at least `least` rows, most of whose cells are figures; under
 * a header of telling words a quarter of them is enough.
 */
export function holdsFigures(
  header: readonly (readonly string[])[],
  data: readonly (readonly string[])[],
  least: number,
): boolean {
  if (header.length === 0 || data.length < least) return false;
  if (data.filter((row) => row.some(isFigureOrNone)).length * 5 < data.length * 4) return false;
  const cells = data.flatMap((row) => row.slice(1)).filter((cell) => cell !== "");
  return cells.filter(isFigureOrNone).length * (isTelling(header) ? 4 : 2) >= cells.length;
}
