import { failedByFault } from "#ingest/formats/failed-by-fault.ts";
import { failedReading } from "#ingest/formats/failed-reading.ts";
import type { FileBlock, FileReading } from "#ingest/formats/file-reading.ts";
import { markNotes } from "#ingest/formats/mark-notes.ts";
import { documentFlow } from "#ingest/formats/pdf/document-flow.ts";
import { pageContent } from "#ingest/formats/pdf/page-content.ts";
import { withoutPageEdges } from "#ingest/formats/pdf/page-edges.ts";
import type { DrawnPage } from "#ingest/formats/pdf/page-marks.ts";
import { paragraphs } from "#ingest/formats/pdf/paragraphs.ts";
import { tableBlock } from "#ingest/formats/pdf/table-block.ts";
import { uprightPages } from "#ingest/formats/pdf/upright-page.ts";
import { drawOfdPage } from "./draw-ofd-page.ts";
import { type OfdPackage, openOfd } from "./ofd-package.ts";

const ADVICE = "Save it as PDF or .docx, or get it again from its source.";

/**
 * An OFD (GB/T 33190-2016), which draws its pages as a PDF does: characters at places and thin lines. So lines, paragraphs and
 * tables are rebuilt by the same rules as those of a PDF. Seals, annotations and what is not visible are left out.
 */
export async function readOfd(bytes: Uint8Array): Promise<FileReading> {
  try {
    return readPages(await openOfd(bytes));
  } catch (error) {
    return failedByFault(error, "OFD file", ADVICE);
  }
}

function readPages(ofd: OfdPackage): FileReading {
  const drawn = ofd.pages.map((page, at) => drawOfdPage(page, at + 1));
  const characters = drawn
    .flatMap(({ glyphs }) => glyphs.map(({ text }) => text))
    .filter((text) => text !== " ");
  if (characters.length === 0) return withoutText(drawn);
  const unknown = characters.filter((text) => /[\p{Co}\ufffd\u00a4]/u.test(text)).length;
  if (unknown > characters.length * 0.1)
    return failedReading("garbled_fonts", `The OFD file does not tell what its characters are. ${ADVICE}`);
  const contents = drawn.flatMap(uprightPages).map(pageContent);
  const blocks = paragraphs(documentFlow(withoutPageEdges(contents))).map(
    (piece): FileBlock =>
      piece.kind === "table"
        ? tableBlock(piece.rows)
        : { kind: piece.kind, text: piece.text, origin: { page: piece.page, sheet: null } },
  );
  return { blocks: markNotes(blocks), facts: factsOf(ofd, blocks), problems: [], pages: ofd.pages.length };
}

function withoutText(drawn: readonly DrawnPage[]): FileReading {
  return drawn.some(({ pictures }) => pictures.length > 0)
    ? failedReading("scanned", `The OFD file holds pictures of pages and no text. ${ADVICE}`)
    : failedReading("no_text", `The OFD file holds no text. ${ADVICE}`);
}

/** The title that the file tells, where its text bears it out. */
function factsOf({ title }: OfdPackage, blocks: readonly FileBlock[]): FileReading["facts"] {
  const bare = (text: string) => text.replace(/\s/gu, "");
  const opening = blocks.slice(0, 30).map((block) => (block.kind === "table" ? "" : bare(block.text)));
  const borneOut = title !== null && title.length >= 6 && opening.join("").includes(bare(title));
  return { title: borneOut ? title : null, issuer: null, published: null, url: null };
}
