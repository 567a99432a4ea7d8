import type { Desk } from "#answer/desk.ts";
import type { SourceDocument, Table } from "#domain/document.ts";
import { contains, type Span } from "#domain/span.ts";
import type { Block } from "#protocol/chat.ts";

const RUNNING_NUMBER = "序号";

/**
 * A row of a table as a sentence, its header cited beside it where a figure of the words stands there: 打通9条城市微循环
 * 道路：年度投资计划（万元）8389. Null where `span` is no row, or its table prints no titles.
 */
export function rowTold(desk: Desk, document: SourceDocument, span: Span): Block[] | null {
  const table = document.tables.find((each) => contains(each.span, span));
  const words = table === undefined ? null : rowWords(table, span);
  if (table?.header == null || words === null) return null;
  const cited = table.columns.some(({ title }) => /\d/.test(title)) ? [span, table.header] : [span];
  const marks = cited.map((each) => `[${desk.book.cite(document.id, each)}]`);
  return [{ type: "paragraph", text: `${words}${marks.join("")}` }];
}

/**
 * A row's name, and each cell behind the title of its column; a running number tells nothing. Null where `span` is no
 * whole row of the table, or a column has no title.
 */
export function rowWords({ columns, rows }: Table, span: Span): string | null {
  const row = rows.find((each) => contains(each.span, span) && contains(span, each.span));
  const [name, ...told] = (row?.cells ?? []).flatMap(({ text }, at) => {
    const title = columns[at]?.title.replace(/\s/g, "") ?? "";
    return text.trim() === "" || title === RUNNING_NUMBER ? [] : [{ title, text: text.trim() }];
  });
  if (name === undefined || told.length === 0 || told.some(({ title }) => title === "")) return null;
  return `${name.text}：${told.map(cellWords).join("，")}`;
}

/** （万元）: the unit of a column's figures. */
const UNIT = /[（(]([^\d（）()]{1,6})[）)]$/u;

/** 年度投资计划（万元） and 220 as 年度投资计划220万元. */
function cellWords({ title, text }: { title: string; text: string }): string {
  const unit = /^-?[\d.,]+$/.test(text) ? UNIT.exec(title) : null;
  if (unit !== null) return `${title.slice(0, unit.index)}${text}${unit[1]}`;
  return `${title}${/[\d）)]$/.test(title) ? " " : ""}${text}`;
}
