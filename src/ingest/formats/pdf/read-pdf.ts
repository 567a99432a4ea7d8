import type { PDFDocumentProxy } from "pdfjs-dist";
import type { FileBlock, FileProblem, FileReading, FormatReader } from "#ingest/formats/file-reading.ts";
import { hiddenLeftOut } from "#ingest/formats/hidden-left-out.ts";
import { documentFlow } from "./document-flow.ts";
import { drawPage } from "./draw-page.ts";
import { type Drawing, openDocument } from "./open-document.ts";
import { pageContent } from "./page-content.ts";
import { withoutPageEdges } from "./page-edges.ts";
import type { PageMarks } from "./page-marks.ts";
import { paragraphs, type TextPiece } from "./paragraphs.ts";
import { fault, pictureWarnings, unreadable } from "./reading-faults.ts";
import { tableBlock } from "./table-block.ts";
import { uprightPages } from "./upright-page.ts";

/** The library keeps what the pages share; after so many pages it is told to let go. */
const letGo = 25;

/**
 * Reads a PDF by what is drawn on its pages: text in the order in which it is read, whole paragraphs, tables as grids over
 * however many pages. Running heads and page numbers are left out, the marks of footnotes are set apart as [4] and dropped
 * beside figures. A file that asks for a password, is damaged, is a scan or prints with fonts that don't name their
 * characters yields nothing but an error that says so; pictures in a file of text yield a warning.
 */
export const readPdf: FormatReader = async (bytes) => {
  const opening = await openDocument(bytes);
  if (opening.kind === "fault") return failed(fault(opening.fault, opening.detail), null);
  const { document, drawing } = opening;
  try {
    const { pages, hidden } = await markedPages(document, drawing);
    const problem = unreadable(pages);
    if (problem !== null) return failed(problem, document.numPages);
    const contents = pages.map(pageContent);
    const pieces = paragraphs(documentFlow(withoutPageEdges(contents)));
    const facts = await factsOf(document);
    const problems = [...pictureWarnings(contents), ...(hidden > 0 ? [hiddenLeftOut(hidden)] : [])];
    return { blocks: blocksOf(pieces), facts, problems, pages: document.numPages };
  } catch (error) {
    return failed(fault("damaged", error instanceof Error ? error.message : String(error)), null);
  } finally {
    await document.loadingTask.destroy();
  }
};

const noFacts = { title: null, issuer: null, published: null, url: null };

function failed(problem: FileProblem, pages: number | null): FileReading {
  return { blocks: [], facts: noFacts, problems: [problem], pages };
}

/** The pages as they are seen, and how many characters of the file are not. */
async function markedPages(
  document: PDFDocumentProxy,
  drawing: Drawing,
): Promise<{ pages: PageMarks[]; hidden: number }> {
  const pages: PageMarks[] = [];
  let hidden = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const drawn = await drawPage(page, drawing);
    pages.push(...uprightPages(drawn.page));
    hidden += drawn.hidden;
    page.cleanup();
    if (number % letGo === 0) await document.cleanup();
  }
  return { pages, hidden };
}

/** The title that the file carries, where it is more than the name of the programme's own file. */
async function factsOf(document: PDFDocumentProxy): Promise<FileReading["facts"]> {
  const { info } = await document.getMetadata();
  const title: unknown = "Title" in info ? info.Title : null;
  const useful = typeof title === "string" && /\p{Script=Han}{4}/u.test(title);
  return { ...noFacts, title: useful ? title.trim() : null };
}

function blocksOf(pieces: readonly TextPiece[]): FileBlock[] {
  return pieces.map((piece, index) => {
    if (piece.kind === "table") return tableBlock(piece.rows);
    const origin = { page: piece.page, sheet: null };
    const note = piece.kind === "note" || (isNote(piece.text) && pieces[index - 1]?.kind === "table");
    return { kind: note ? "note" : "paragraph", text: piece.text, origin };
  });
}

/** A line right under a table that says of itself that it is a note. */
const isNote = (text: string) =>
  /^(?:注|备注|说明|附注|资料来源|数据来源)\s*[\d一二三]?\s*[:：.、]/u.test(text);
