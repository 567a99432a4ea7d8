import { failedByFault } from "#ingest/formats/failed-by-fault.ts";
import { failedReading } from "#ingest/formats/failed-reading.ts";
import type { FileProblem, FileReading } from "#ingest/formats/file-reading.ts";
import { foldSpace, LINE_BREAK } from "#ingest/formats/fold-space.ts";
import { hiddenLeftOut } from "#ingest/formats/hidden-left-out.ts";
import { notesOf } from "#ingest/formats/inline-text.ts";
import { markNotes } from "#ingest/formats/mark-notes.ts";
import { stackedCells } from "#ingest/formats/stacked-cells.ts";
import { rawText } from "./cell-text.ts";
import { decodePage } from "./decode-page.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { mainContent } from "./main-content.ts";
import { pageFacts, printedFacts } from "./page-facts.ts";
import { withoutFurniture } from "./page-furniture.ts";
import { type PageElement, parsePage } from "./page-tree.ts";
import { hiddenWithin, keepVisible } from "./visible-page.ts";
import { pageBytes } from "./web-archive.ts";

const LARGEST = 64 * 1024 * 1024;

/**
 * A saved web page of a government site: its text without menus, buttons and footer, its tables with spans, what its head
 * tells of it (政府网站发展指引: ArticleTitle, PubDate, ContentSource).
 */
export async function readHtml(bytes: Uint8Array): Promise<FileReading> {
  if (bytes.length > LARGEST)
    return failedReading("too_large", "The page is larger than 64 MiB; save the report alone.");
  const page = pageBytes(bytes);
  if (page === null)
    return failedReading("no_text", "The web archive holds no page; save the page again, as .html.");
  const decoded = decodePage(page);
  if (!decoded.ok)
    return failedReading("damaged", `The page is no readable text: ${decoded.message}. Save it again.`);
  try {
    return readPage(decoded.text);
  } catch (error) {
    return failedByFault(error, "page", "Save the report as a document instead.");
  }
}

function readPage(source: string): FileReading {
  const page = parsePage(source);
  const facts = pageFacts(page, source);
  const unseen = keepVisible(page);
  const lines = linesOf(page);
  const { root, isFurniture } = mainContent(page);
  const notes = notesOf(linesOf(root));
  const text = withoutFurniture(htmlBlocks(root, { notes, isFurniture }), facts.title);
  const blocks = markNotes(text);
  if (blocks.length === 0)
    return failedReading(
      "no_text",
      "The page holds no text of its own; it may be filled in by a script. Open it and save it whole.",
    );
  const problems: FileProblem[] = stackedCells(blocks);
  const hidden = hiddenWithin(root, unseen);
  if (hidden > 0) problems.push(hiddenLeftOut(hidden));
  return { blocks, facts: { ...facts, ...printedFacts(facts, lines) }, problems, pages: null };
}

function linesOf(element: PageElement): string[] {
  return rawText(element, new Set()).split(LINE_BREAK).map(foldSpace).filter(Boolean);
}
