import JSZip from "jszip";
import { piecesOf } from "./raised.ts";

/** Word files made part by part, for what no writer of documents would write: fields, changes, odd grids. */

export interface DocxParts {
  /** What stands in the body. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly core?: string;
  /** Charts by relation id. */
  readonly charts?: Readonly<Record<string, string>>;
  /** Other parts by name, as they are. */
  readonly others?: Readonly<Record<string, string | Uint8Array>>;
}

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(" ");
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PARTS = ["styles", "numbering", "footnotes", "endnotes"] as const;

/** The bytes of a .docx that has these parts. */
export async function docxOf(parts: DocxParts): Promise<Uint8Array> {
  const zip = new JSZip();
  const relations = [
    `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/>`,
  ];
  if (parts.core !== undefined) {
    relations.push(
      `<Relationship Id="rId2" Type="http://x/metadata/core-properties" Target="docProps/core.xml"/>`,
    );
    zip.file("docProps/core.xml", parts.core);
  }
  zip.file("[Content_Types].xml", contentTypes(parts));
  zip.file("_rels/.rels", relationships(relations));
  zip.file("word/document.xml", `<w:document ${NAMESPACES}><w:body>${parts.body}</w:body></w:document>`);
  const own: string[] = [];
  for (const part of PARTS) {
    const content = parts[part];
    if (content === undefined) continue;
    own.push(`<Relationship Id="r-${part}" Type="${RELATIONS}/${part}" Target="${part}.xml"/>`);
    zip.file(`word/${part}.xml`, `<w:${part} ${NAMESPACES}>${content}</w:${part}>`);
  }
  for (const [id, chart] of Object.entries(parts.charts ?? {})) {
    own.push(`<Relationship Id="${id}" Type="${RELATIONS}/chart" Target="charts/${id}.xml"/>`);
    zip.file(`word/charts/${id}.xml`, `<c:chartSpace ${NAMESPACES}>${chart}</c:chartSpace>`);
  }
  own.push(
    `<Relationship Id="out" Type="${RELATIONS}/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/>`,
  );
  zip.file("word/_rels/document.xml.rels", relationships(own));
  for (const [name, content] of Object.entries(parts.others ?? {})) zip.file(name, content);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

function contentTypes(parts: DocxParts): string {
  const main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const overrides = PARTS.filter((part) => parts[part] !== undefined).map(
    (part) => `<Override PartName="/word/${part}.xml" ContentType="${main}.${part}+xml"/>`,
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/>${overrides.join("")}</Types>`;
}

function relationships(relations: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A run with a text; what it is like as the markup of its properties. */
export function run(text: string, properties = ""): string {
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function runsOf(text: string): string {
  const up = '<w:vertAlign w:val="superscript"/>';
  const pieces = piecesOf(text).map((piece, at) => (piece === "" ? "" : run(piece, at % 2 === 1 ? up : "")));
  return pieces.join("");
}

/** A paragraph of runs, or of one text. */
export function para(content: string, properties = ""): string {
  const runs = content.startsWith("<") || content === "" ? content : runsOf(content);
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A table of rows of cells; a cell is its text, or its text and the markup of its properties. */
export function tbl(
  rows: readonly (readonly (string | readonly [text: string, properties: string])[])[],
  rowForm: readonly string[] = [],
): string {
  const drawn = rows.map((cells, at) => {
    const form = rowForm[at] ?? "";
    const tcs = cells.map((cell) => {
      const [text, properties] = typeof cell === "string" ? [cell, ""] : cell;
      return `<w:tc>${properties === "" ? "" : `<w:tcPr>${properties}</w:tcPr>`}${text.startsWith("<w:p") ? text : para(text)}</w:tc>`;
    });
    return `<w:tr>${form === "" ? "" : `<w:trPr>${form}</w:trPr>`}${tcs.join("")}</w:tr>`;
  });
  return `<w:tbl>${drawn.join("")}</w:tbl>`;
}
