import { failedByFault } from "#ingest/formats/failed-by-fault.ts";
import { failedReading } from "#ingest/formats/failed-reading.ts";
import type { FileBlock, FileProblem, FileReading } from "#ingest/formats/file-reading.ts";
import { foldSpace } from "#ingest/formats/fold-space.ts";
import { hiddenLeftOut } from "#ingest/formats/hidden-left-out.ts";
import { markNotes } from "#ingest/formats/mark-notes.ts";
import type { XmlElement } from "#ingest/formats/package/parse-xml.ts";
import { childNamed, childrenNamed, descendantsNamed, textOf } from "#ingest/formats/package/xml-query.ts";
import { stackedCells } from "#ingest/formats/stacked-cells.ts";
import { Numbering } from "./numbering.ts";

import { Styles } from "./styles.ts";
import { wordBlocks } from "./word-blocks.ts";
import { openWord, type WordPackage } from "./word-package.ts";
import { type LeftOut, PageCount, type WordReading } from "./word-reading.ts";

/**
 * A .docx as Word shows it with all changes accepted (ISO/IEC 29500): automatic numbers written out, fields as last shown,
 * merged cells with their spans, text boxes at their place, foot- and endnotes after the text. External references and macros
 * are never touched.
 */
export async function readDocx(bytes: Uint8Array): Promise<FileReading> {
  try {
    return readWord(await openWord(bytes));
  } catch (error) {
    return failedByFault(error, "Word file", "Open it in Word or WPS and save it again as .docx.");
  }
}

function readWord(word: WordPackage): FileReading {
  const body = childNamed(word.document, "w:body");
  if (body === undefined)
    return failedReading("damaged", "The Word file has no text body. Save it again as .docx.");
  const left: LeftOut = { hidden: 0, objects: 0, embedded: 0 };
  const reading: WordReading = {
    styles: new Styles(word.styles),
    numbering: new Numbering(word.numbering),
    pages: pagesOf(body),
    noteReferences: [],
    chartOf: (relation) => word.charts.get(relation) ?? null,
    left,
    ground: { depth: 0 },
  };
  const text = markNotes(wordBlocks(body, reading));
  const pages = reading.pages.current;
  const blocks = [...text, ...noteBlocks(word, reading)];
  if (blocks.length === 0)
    return failedReading(
      "no_text",
      "The Word file holds no text; it may hold pictures of a text. Use a file with text.",
    );
  const title = titleOf(word, blocks);
  return {
    blocks,
    facts: { title, issuer: null, published: null, url: null },
    problems: [...stackedCells(blocks), ...leftOut(left)],
    pages,
  };
}

function pagesOf(body: XmlElement): PageCount {
  const rendered = descendantsNamed(body, "w:lastRenderedPageBreak").length > 0;
  const broken = descendantsNamed(body, "w:br").some(({ attributes }) => attributes["w:type"] === "page");
  const before = descendantsNamed(body, "w:pageBreakBefore").length > 0;
  return new PageCount({ rendered, set: broken || before });
}

/** The notes that the text refers to, in its order. */
function noteBlocks(word: WordPackage, reading: WordReading): FileBlock[] {
  const notes = new Map([
    ...childrenNamed(word.footnotes, "w:footnote").map(
      (each) => [`footnote ${each.attributes["w:id"]}`, each] as const,
    ),
    ...childrenNamed(word.endnotes, "w:endnote").map(
      (each) => [`endnote ${each.attributes["w:id"]}`, each] as const,
    ),
  ]);
  return [...reading.noteReferences].flatMap(({ kind, id, page }) => {
    const note = notes.get(`${kind} ${id}`);
    if (note === undefined) return [];
    const blocks = wordBlocks({ ...note, name: "w:body" }, reading);
    const origin = { page, sheet: null };
    return blocks.map((block) =>
      block.kind === "table" ? block : { kind: "note", text: block.text, origin },
    );
  });
}

/** The title among the file's properties, where the text bears it out; programs leave those of other files there. */
function titleOf({ properties }: WordPackage, blocks: readonly FileBlock[]): string | null {
  const title = foldSpace(textOf(childNamed(properties, "dc:title")));
  if (title.length < 6) return null;
  const opening = blocks.slice(0, 30).map((block) => (block.kind === "table" ? "" : block.text));
  const bare = (text: string) => text.replace(/\s/gu, "");
  return bare(opening.join("")).includes(bare(title)) ? title : null;
}

function leftOut({ hidden, objects, embedded }: LeftOut): FileProblem[] {
  const problems: FileProblem[] = hidden > 0 ? [hiddenLeftOut(hidden)] : [];
  if (objects + embedded > 0)
    problems.push({
      severity: "warning",
      code: "embedded_left_out",
      message: `${objects + embedded} embedded objects (sheets, other documents) were not read. If they hold figures, put those into the text or into a file of their own.`,
    });
  return problems;
}
