import type { FileBlock, FileReading, FormatReader } from "#ingest/formats/file-reading.ts";
import { documentFlow } from "./document-flow.ts";
import { drawPage } from "./draw-page.ts";
import { openDocument } from "./open-document.ts";
import { type PageContent, pageContent } from "./page-content.ts";
import { withoutPageEdges } from "./page-edges.ts";
import { paragraphs } from "./paragraphs.ts";
import { tableBlock } from "./table-block.ts";
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
  const contents: PageContent[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const drawn = await drawPage(page, drawing);
    page.cleanup();
    contents.push(...uprightPages(drawn).map(pageContent));
  }
  await document.loadingTask.destroy();
  const pieces = paragraphs(documentFlow(withoutPageEdges(contents)));
  const blocks = pieces.map(
    (piece): FileBlock =>
      piece.kind === "table"
        ? tableBlock(piece.rows)
        : { kind: "paragraph", text: piece.text, origin: { page: piece.page, sheet: null } },
  );
  return { blocks, facts, problems: [], pages: document.numPages };
};
