import { type GridRow, type PlacedCell, textsOf } from "./sheet-grid.ts";

const UNIT = /^[（(]?(?:金额|计量|计算|货币)?单位\s*[:：]/;
/** 表四十五, 附表3-1, 公开01表: the number of a table without its title. */
const NUMBER =
  /^(?:(?:附|预算|决算|公开|财决|财预)?表\s*(?:\d{1,3}|[一二三四五六七八九十百]{1,5})(?:\s*[-－—.]\s*\d{1,3}){0,2}|(?:公开|预算|决算|财决|财预)\s*\d{1,3}\s*表)$/;
/** 编制单位：…, 填报日期：…: what a form says of itself beside the unit. */
const LABEL = /^.{1,10}[:：]/;
const NOTE = /^(?:[*＊※]?\s*(?:注|备注|说明|资料来源|数据来源|填表说明|附注)\s*\d{0,2}\s*[:：.、]|[*＊※])/;
const LONG = 25;

export function isUnit(text: string): boolean {
  return text.length <= 30 && UNIT.test(text);
}

export function isTableNumber(text: string): boolean {
  return NUMBER.test(text);
}

export function isNote(text: string): boolean {
  return NOTE.test(text);
}

/** A row of words around a table and not of it: a title, a unit line, the table's number, or several of these side by side. */
export function isLine(row: GridRow): boolean {
  const texts = textsOf(row);
  const [first] = texts;
  if (first === undefined || isCovered(row)) return false;
  if (texts.length === 1) return !first.cell.figure && first.cell.rowSpan === 1;
  const labels = texts.filter(({ cell }) => isUnit(cell.text) || isTableNumber(cell.text));
  return labels.length > 0 && texts.every((placed) => labels.includes(placed) || isLabel(placed));
}

function isLabel({ cell }: PlacedCell): boolean {
  return !cell.figure && LABEL.test(cell.text);
}

/** A row of one remark: 注：…, or words too long for the name of a row. */
export function isRemark(row: GridRow): boolean {
  const texts = textsOf(row);
  const [first] = texts;
  if (first === undefined || texts.length > 1 || first.cell.figure) return false;
  return isNote(first.cell.text) || first.cell.text.length > LONG || /[。！？]$/.test(first.cell.text);
}

export function isBlank(row: GridRow): boolean {
  return textsOf(row).length === 0 && !isCovered(row);
}

/** Something from above reaches into the row, as a merged heading does. */
function isCovered(row: GridRow): boolean {
  return row.cells.some((cell, at) => cell === null && !isCoveredFromLeft(row, at));
}

function isCoveredFromLeft(row: GridRow, at: number): boolean {
  for (let left = at - 1; left >= 0; left--) {
    const cell = row.cells[left];
    if (cell !== null && cell !== undefined) return left + cell.colSpan > at;
  }
  return false;
}

export function holdsFigures(row: GridRow): boolean {
  return row.cells.some((cell) => cell?.figure === true);
}
