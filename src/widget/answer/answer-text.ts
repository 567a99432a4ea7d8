import type { Block, ChatResponse, Citation } from "#protocol/chat.ts";
import type { Words } from "#widget/words.ts";
import { plainText } from "./plain-text.ts";
import { reportDate } from "./source-links.ts";

type TableBlock = Block & { type: "table" };

/** An answer as text that stands by itself: its words, its tables by tabs, its sources and its label. */
export function answerAsText(response: ChatResponse, words: Words): string {
  const blocks = response.blocks.flatMap((block) => textOf(block));
  return [...blocks, ...sourceLines(response, words), statement(response, words)].filter(Boolean).join("\n");
}

/** The same as Markdown under the question, for a file. */
export function answerAsMarkdown(question: string, response: ChatResponse, words: Words): string {
  const blocks = response.blocks.map(markdownOf).filter(Boolean);
  const sources = sourceLines(response, words);
  return [
    `## ${oneLine(question)}`,
    ...blocks,
    sources.length === 0
      ? ""
      : sources.map((line, at) => (at === 0 ? `**${line}**\n` : `- ${line}`)).join("\n"),
    `> ${statement(response, words)}`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** The tables of an answer as one HTML table each, with label and sources: what spreadsheets and word processors paste. */
export function tablesAsHtml(response: ChatResponse, words: Words): string {
  const rowOf = (cells: readonly string[], tag: "th" | "td") =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(withoutMarkers(cell))}</${tag}>`).join("")}</tr>`;
  const tables = tablesOf(response).map(
    ({ columns, rows }) =>
      `<table border="1"><thead>${rowOf(columns, "th")}</thead><tbody>${rows.map((row) => rowOf(row, "td")).join("")}</tbody></table>`,
  );
  const below = [...sourceLines(response, words), statement(response, words)];
  return [...tables, ...below.map((line) => `<p>${escaped(line)}</p>`)].join("\n");
}

/** The same by tabs and line breaks, for whatever takes no HTML. */
export function tablesAsTabs(response: ChatResponse, words: Words): string {
  const tables = tablesOf(response).map((table) => textOf(table).join("\n"));
  return [...tables, ...sourceLines(response, words), statement(response, words)].join("\n");
}

/** The tables as CSV (RFC 4180) with a byte-order mark; a cell that a spreadsheet would run gets a leading `'`. */
export function tablesAsCsv(response: ChatResponse, words: Words): string {
  const below = [...sourceLines(response, words), statement(response, words)].map((line) => [line]);
  const tables = tablesOf(response).flatMap(({ columns, rows }) => [columns, ...rows, []]);
  const lines = [...tables, ...below].map((row) =>
    row.map((cell) => csvCell(withoutMarkers(cell))).join(","),
  );
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

export function tablesOf({ blocks }: ChatResponse): TableBlock[] {
  return blocks.filter((block) => block.type === "table");
}

function textOf(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
      return [plainText(block.text)];
    case "list":
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : "·"} ${plainText(item)}`);
    case "table":
      return [block.columns, ...block.rows].map((row) =>
        row.map((cell) => oneLine(withoutMarkers(cell))).join("\t"),
      );
    case "contact":
      return block.phones.map(({ label: name }) => plainText(name));
    case "chart":
      return [];
  }
}

function markdownOf(block: Block): string {
  if (block.type !== "table") return textOf(block).join("\n").replace(/^· /gm, "- ");
  const rowOf = (cells: readonly string[]) =>
    `| ${cells.map((cell) => oneLine(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [rowOf(block.columns), rowOf(block.columns.map(() => "---")), ...block.rows.map(rowOf)].join("\n");
}

/** The sources under their heading, a line each. */
export function sourceLines({ citations }: ChatResponse, words: Words): string[] {
  return citations.length === 0 ? [] : [words.sources, ...citations.map((each) => sourceLine(each, words))];
}

function sourceLine(citation: Citation, words: Words): string {
  const date = reportDate(citation, words);
  const path = [citation.title, ...citation.section].map(oneLine).join(" › ");
  return `[${citation.marker}] ${path}${date === "" ? "" : `（${date}）`}`;
}

/** What every copy says of itself. */
export const statement = ({ writtenBy }: ChatResponse, words: Words): string =>
  writtenBy === "model" ? words.aiCopied : words.authority;

const withoutMarkers = (text: string): string => plainText(text).replace(/\[\d{1,4}\]/g, "");

const oneLine = (text: string): string => plainText(text).replace(/\s+/g, " ").trim();

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function csvCell(cell: string): string {
  const runs = /^\s*[=+\-@＝＋－＠\t\r]/u.test(cell) && !/^[+-]?[\d,.]*[%％]?$/u.test(cell);
  const safe = runs ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
