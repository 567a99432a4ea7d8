import type { FileBlock, FileReading, FormatReader } from "#ingest/formats/file-reading.ts";
import { drawPage } from "./draw-page.ts";
import { openDocument } from "./open-document.ts";
import { pageContent } from "./page-content.ts";
import { tableBlock } from "./table-block.ts";
import { lineText } from "./text-lines.ts";
import { uprightPages } from "./upright-page.ts";

/** Reads a PDF. */
export const readPdf: FormatReader = async (bytes) => {
  const opening = await openDocument(bytes);
  const facts = { title: null, issuer: null, published: null, url: null };
  if (opening.kind === "fault") {
    const { fault, detail } = opening;
    const problems: FileReading["problems"] = [{ severity: "error", code: fault, message: detail }];
    return { blocks: [], facts, problems, pages: null };
  }
  const { document, drawing } = opening;
  const blocks: FileBlock[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const drawn = await drawPage(page, drawing);
    page.cleanup();
    for (const marks of uprightPages(drawn)) {
      for (const piece of pageContent(marks).pieces) {
        if (piece.kind === "table") blocks.push(tableBlock(piece.table.rows));
        else
          blocks.push({
            kind: "paragraph",
            text: lineText(piece.line),
            origin: { page: number, sheet: null },
          });
      }
    }
  }
  await document.loadingTask.destroy();
  return { blocks, facts, problems: [], pages: document.numPages };
};
