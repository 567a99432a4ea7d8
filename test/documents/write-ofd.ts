import JSZip from "jszip";
import type { FileBlock, FileRow } from "#ingest/formats/file-reading.ts";
import { escapeXml } from "./docx-parts.ts";
import { A4, type PdfMark, type PdfPage } from "./pdf-writer.ts";

/** Measures of a page in millimetres: A4, a font of 4 mm, lines of 40 characters. */
const PAGE = { width: 210, height: 297, left: 25, top: 25, bottom: 272, font: 4, step: 7, characters: 40 };
const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';

type TableBlock = Extract<FileBlock, { kind: "table" }>;

/** An OFD that prints the blocks: lines of characters at places, tables with a rule around every cell. */
export function writeOfd(blocks: readonly FileBlock[]): Promise<Uint8Array> {
  const pages: string[][] = [[]];
  let y = PAGE.top;
  const room = (height: number): void => {
    if (y + height <= PAGE.bottom) return;
    pages.push([]);
    y = PAGE.top;
  };
  const put = (object: string): void => void pages.at(-1)?.push(object);
  for (const block of blocks) {
    if (block.kind === "table") {
      y += PAGE.step;
      room(rowHeight * block.rows.length);
      for (const object of tableObjects(block, y)) put(object);
      y += rowHeight * block.rows.length + PAGE.step;
      continue;
    }
    const set = block.kind === "heading" ? 0 : 2;
    for (const line of wrapped(`${"　".repeat(set)}${block.text}`)) {
      room(PAGE.step);
      const indent = /^　*/u.exec(line)?.[0].length ?? 0;
      put(textObject(line.slice(indent), PAGE.left + indent * PAGE.font, y));
      y += PAGE.step;
    }
  }
  return ofdOf(pages.map((objects) => objects.join("")));
}

/** The bytes of an OFD whose pages hold these objects; further parts as they are. */
export async function ofdOf(
  pages: readonly string[],
  {
    template = "",
    title = "",
    others = {},
    width = PAGE.width,
  }: { template?: string; title?: string; others?: Readonly<Record<string, string>>; width?: number } = {},
): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file(
    "OFD.xml",
    `<ofd:OFD ${NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:Title>${escapeXml(title)}</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
  );
  const named = pages.map((_, at) => `<ofd:Page ID="${at + 10}" BaseLoc="Pages/Page_${at}/Content.xml"/>`);
  zip.file(
    "Doc_0/Document.xml",
    `<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 ${width} ${PAGE.height}</ofd:PhysicalBox></ofd:PageArea>${template === "" ? "" : '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/>'}</ofd:CommonData><ofd:Pages>${named.join("")}</ofd:Pages></ofd:Document>`,
  );
  if (template !== "") zip.file("Doc_0/Tpls/Tpl_0/Content.xml", contentOf(template, ""));
  for (const [at, objects] of pages.entries())
    zip.file(
      `Doc_0/Pages/Page_${at}/Content.xml`,
      contentOf(objects, template === "" ? "" : '<ofd:Template TemplateID="2"/>'),
    );
  for (const [name, content] of Object.entries(others)) zip.file(name, content);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

function contentOf(objects: string, template: string): string {
  return `<ofd:Page ${NAMESPACE}>${template}<ofd:Content><ofd:Layer ID="5">${objects}</ofd:Layer></ofd:Content></ofd:Page>`;
}

const MILLIMETRES = 25.4 / 72;

/** An OFD of pages laid out for a PDF: the same characters and lines at the same places. */
export function writeOfdPages(pages: readonly PdfPage[]): Promise<Uint8Array> {
  const drawn = pages.map(({ marks }) => marks.map(objectOf).join(""));
  const width = Math.max(A4.width, ...pages.map((page) => page.width ?? 0)) * MILLIMETRES;
  return ofdOf(drawn, { width });
}

function objectOf(mark: PdfMark): string {
  const at = (points: number) => Number((points * MILLIMETRES).toFixed(3));
  if (mark.kind === "line") return ruleObject([at(mark.x0), at(mark.y0)], [at(mark.x1), at(mark.y1)]);
  if (mark.kind !== "text") return "";
  const size = at(mark.size ?? 12);
  return sizedText(mark.text, [at(mark.x), at(mark.y) - size], size);
}

/** One line of text whose characters stand where a Chinese font puts them. */
export function textObject(text: string, x: number, y: number, more = ""): string {
  return sizedText(text, [x, y], PAGE.font, more);
}

function sizedText(text: string, [x, y]: readonly [number, number], size: number, more = ""): string {
  const steps = [...text].slice(0, -1).map((sign) => (widthOf(sign) * size) / PAGE.font);
  const delta = new Set(steps).size === 1 ? `g ${steps.length} ${steps[0]}` : steps.join(" ");
  return `<ofd:TextObject ID="9" Font="1" Size="${size}" Boundary="${x} ${y} 180 ${size + 1}" ${more}><ofd:TextCode X="0" Y="${size}" ${steps.length > 0 ? `DeltaX="${delta}"` : ""}>${escapeXml(text)}</ofd:TextCode></ofd:TextObject>`;
}

export function ruleObject(from: readonly [number, number], to: readonly [number, number]): string {
  const [x, y] = from;
  return `<ofd:PathObject ID="8" Boundary="${x} ${y} 200 200" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L ${to[0] - x} ${to[1] - y}</ofd:AbbreviatedData></ofd:PathObject>`;
}

function widthOf(sign: string): number {
  return /[\u0020-\u02ff]/u.test(sign) ? PAGE.font / 2 : PAGE.font;
}

/** Lines as full as the page is wide. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const sign of text) {
    if (width + widthOf(sign) > PAGE.characters * PAGE.font) {
      lines.push(line);
      line = "";
      width = 0;
    }
    line += sign;
    width += widthOf(sign);
  }
  return [...lines, line];
}

const rowHeight = 8;
const TABLE_WIDTH = PAGE.characters * PAGE.font;

function tableObjects({ rows }: TableBlock, top: number): string[] {
  const wide = Math.max(...rows.map(({ cells }) => cells.reduce((sum, { colSpan }) => sum + colSpan, 0)));
  const column = TABLE_WIDTH / wide;
  return placedCells(rows).flatMap(({ text, at, down, colSpan, rowSpan }) => {
    const [x0, y0] = [PAGE.left + at * column, top + down * rowHeight];
    const [x1, y1] = [x0 + colSpan * column, y0 + rowSpan * rowHeight];
    const rules = [
      ruleObject([x0, y0], [x1, y0]),
      ruleObject([x0, y1], [x1, y1]),
      ruleObject([x0, y0], [x0, y1]),
      ruleObject([x1, y0], [x1, y1]),
    ];
    const middle = (y0 + y1) / 2 - PAGE.font / 2 - 0.5;
    return text === "" ? rules : [...rules, textObject(text, x0 + 1.5, middle)];
  });
}

/** Each cell with the column and the row at which it begins. */
function placedCells(rows: readonly FileRow[]) {
  const taken = new Set<string>();
  return rows.flatMap(({ cells }, down) => {
    let at = 0;
    return cells.map((cell) => {
      while (taken.has(`${down} ${at}`)) at += 1;
      for (let below = down; below < down + cell.rowSpan; below += 1)
        for (let right = at; right < at + cell.colSpan; right += 1) taken.add(`${below} ${right}`);
      return { ...cell, at, down };
    });
  });
}
