import type { Block, ChatResponse } from "#protocol/chat.ts";
import { sourceLines, statement } from "./answer/answer-text.ts";
import { plainText } from "./answer/plain-text.ts";
import { stored } from "./stored-zip.ts";
import type { Words } from "./words.ts";

const NAMESPACE = "http://schemas.openxmlformats.org";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** An answer under its question as a Word file (ECMA-376, WordprocessingML): words, lists, tables, sources, label. */
export function answerAsWord(question: string, response: ChatResponse, words: Words): Blob {
  const lines = [...sourceLines(response, words), statement(response, words)];
  const body = [
    paragraph(question, "<w:b/>"),
    ...response.blocks.flatMap(blockOf),
    ...lines.map((line) => paragraph(line)),
  ].join("");
  const document = `${XML}<w:document xmlns:w="${NAMESPACE}/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  const types = `${XML}<Types xmlns="${NAMESPACE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/></Types>`;
  const relations = `${XML}<Relationships xmlns="${NAMESPACE}/package/2006/relationships"><Relationship Id="r1" Type="${NAMESPACE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
  return stored(
    { "[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": document },
    `${WORD}.document`,
  );
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

function blockOf(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
      return block.text.split("\n").map((line) => paragraph(line));
    case "list":
      return block.items.map((item, at) => paragraph(`${block.ordered ? `${at + 1}.` : "·"} ${item}`));
    case "table":
      // A table that ends a document must be followed by a paragraph.
      return [table([block.columns, ...block.rows]), paragraph("")];
    case "contact":
      return block.phones.map(({ label }) => paragraph(label));
    case "chart":
      return [];
  }
}

const paragraph = (text: string, style = ""): string =>
  `<w:p><w:r>${style === "" ? "" : `<w:rPr>${style}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

const SIDES = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
  .join("");

function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], at: number) =>
    row.map((cell) => `<w:tc>${paragraph(cell, at === 0 ? "<w:b/>" : "")}</w:tc>`).join("");
  const lines = rows.map((row, at) => `<w:tr>${cells(row, at)}</w:tr>`).join("");
  const columns = "<w:gridCol/>".repeat(rows[0]?.length ?? 0);
  return `<w:tbl><w:tblPr><w:tblBorders>${SIDES}</w:tblBorders></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${lines}</w:tbl>`;
}

const escaped = (text: string): string =>
  plainText(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
