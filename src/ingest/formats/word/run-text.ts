import { LINE_BREAK, PAGE_BREAK } from "#ingest/formats/fold-space.ts";
import type { Piece } from "#ingest/formats/inline-text.ts";
import type { XmlElement } from "#ingest/formats/package/parse-xml.ts";
import { childNamed, descendantsNamed, elementsOf, textOf } from "#ingest/formats/package/xml-query.ts";
import { formulaText } from "./formula-text.ts";
import { numberOf, valueNamed } from "./properties.ts";
import { symbolText } from "./symbol-fonts.ts";
import type { WordReading } from "./word-reading.ts";

/** What stands in a paragraph: its text in pieces, and the boxes and charts that float at it. */
export interface ParagraphContent {
  readonly pieces: Piece[];
  readonly boxes: XmlElement[];
  readonly charts: XmlElement[];
}

/** Deleted or moved away, or what a field is told to compute: no text of the accepted document. */
const NO_TEXT = new Set([
  "w:del",
  "w:moveFrom",
  "w:pPr",
  "w:rPr",
  "w:instrText",
  "w:delText",
  "w:delInstrText",
  "w:rt",
  "w:sdtPr",
  "w:ffData",
  "w:fldData",
]);

/** The text of a paragraph's runs, insertions kept and deletions dropped, fields as they were last shown. */
export function paragraphContent(paragraph: XmlElement, reading: WordReading): ParagraphContent {
  const content: ParagraphContent = { pieces: [], boxes: [], charts: [] };
  const properties = childNamed(paragraph, "w:pPr");
  const visit = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      if (NO_TEXT.has(child.name)) continue;
      if (child.name === "w:r") readRun(child, properties, { content, reading });
      else if (child.name === "m:oMath" || child.name === "m:oMathPara") add(content, formulaText(child));
      else if (child.name === "mc:AlternateContent") visit(chosen(child));
      else visit(child);
    }
  };
  visit(paragraph);
  return content;
}

interface RunContext {
  readonly content: ParagraphContent;
  readonly reading: WordReading;
}

function readRun(run: XmlElement, paragraph: XmlElement | undefined, context: RunContext): void {
  const { content, reading } = context;
  const properties = childNamed(run, "w:rPr");
  const unseen = ["w:vanish", "w:strike", "w:dstrike"].some((name) =>
    reading.styles.runSwitch(name, properties, paragraph),
  );
  const raised = reading.styles.isRaised(properties);
  const hidden = unseen || isUnprinted(properties, paragraph, reading);
  for (const child of elementsOf(run)) {
    const text = runChildText(child, context);
    if (text === null) continue;
    const breaks = text.includes(PAGE_BREAK);
    if (hidden && !breaks) reading.left.hidden += text.trim().length;
    else content.pieces.push({ text, raised: raised && !breaks });
  }
}

/** Half points: letters of at most one point are a dot on paper. */
const SMALLEST = 2;

/** True for a run that prints nothing one could read: no size, or white where neither run nor paragraph has a ground of its own. */
function isUnprinted(
  run: XmlElement | undefined,
  paragraph: XmlElement | undefined,
  { ground }: WordReading,
): boolean {
  const size = numberOf(run, "w:sz");
  if (size !== null && size <= SMALLEST) return true;
  const white = /^f{6}$/iu.test(valueNamed(run, "w:color") ?? "");
  const grounded = [run, paragraph].some((part) =>
    ["w:shd", "w:highlight"].some((name) => childNamed(part, name) !== undefined),
  );
  return white && !grounded && ground.depth === 0;
}

/** The text of one child of a run; null where it has none. Boxes, charts and note references are taken aside. */
function runChildText(child: XmlElement, context: RunContext): string | null {
  const { reading, content } = context;
  switch (child.name) {
    case "w:t":
      return textOf(child);
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:br":
      if (child.attributes["w:type"] === "page") return reading.pages.rendered ? LINE_BREAK : PAGE_BREAK;
      return child.attributes["w:type"] === "column" ? null : LINE_BREAK;
    case "w:cr":
      return LINE_BREAK;
    case "w:lastRenderedPageBreak":
      return PAGE_BREAK;
    case "w:noBreakHyphen":
      return "-";
    case "w:sym":
      return symbolText(child.attributes["w:font"] ?? "", child.attributes["w:char"] ?? "");
    case "w:footnoteReference":
    case "w:endnoteReference":
      referTo(child, reading);
      return null;
    case "w:ruby":
      return descendantsNamed(childNamed(child, "w:rubyBase") ?? child, "w:t")
        .map(textOf)
        .join("");
    case "mc:AlternateContent":
      return runChildText(chosen(child), context);
    case "w:object":
      reading.left.objects += 1;
      takeFloating(child, context);
      return null;
    case "w:drawing":
    case "w:pict":
    case "mc:Choice":
    case "mc:Fallback":
      takeFloating(child, context);
      return null;
    default:
      return child.name.startsWith("m:") ? formulaText(child) : null;
  }
  function takeFloating(element: XmlElement, within: RunContext): void {
    content.boxes.push(...floating(element, "w:txbxContent"));
    for (const chart of floating(element, "c:chart")) {
      const part = within.reading.chartOf(chart.attributes["r:id"] ?? "");
      if (part !== null) content.charts.push(part);
    }
  }
}

/** The parts of a name within a drawing; of alternatives for one drawing only the one that is read. */
function floating(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return floating(child.name === "mc:AlternateContent" ? chosen(child) : child, name);
  });
}

/** Of alternatives the first choice that holds text or a chart, else the fallback. */
export function chosen(alternatives: XmlElement): XmlElement {
  const choices = elementsOf(alternatives);
  const holds = (each: XmlElement) =>
    ["w:t", "c:chart", "m:t", "w:drawing"].some((name) => descendantsNamed(each, name).length > 0);
  return choices.find(holds) ?? choices.at(-1) ?? alternatives;
}

function referTo(child: XmlElement, reading: WordReading): void {
  const kind = child.name === "w:footnoteReference" ? "footnote" : "endnote";
  reading.noteReferences.push({ kind, id: child.attributes["w:id"] ?? "", page: reading.pages.current });
}

function add(content: ParagraphContent, text: string): void {
  if (text !== "") content.pieces.push({ text, raised: false });
}

/** Whether the mark that ends a paragraph was deleted, so that the next one goes on in it. */
export function goesOnInNext(paragraph: XmlElement): boolean {
  const mark = childNamed(childNamed(paragraph, "w:pPr"), "w:rPr");
  return childNamed(mark, "w:del") !== undefined || childNamed(mark, "w:moveFrom") !== undefined;
}

/** How far a paragraph is set in, in characters of 10.5 points. */
export function indentOf(paragraph: XmlElement): number {
  const properties = childNamed(paragraph, "w:pPr");
  if (/center|right|end|distribute/u.test(valueNamed(properties, "w:jc") ?? "")) return 0;
  const indent = childNamed(properties, "w:ind")?.attributes ?? {};
  const told = (name: string) => Number.parseInt(indent[name] ?? "0", 10) || 0;
  const characters =
    told("w:leftChars") + told("w:startChars") + told("w:firstLineChars") - told("w:hangingChars");
  if (characters !== 0) return Math.max(0, Math.round(characters / 100));
  const left = told("w:left") || told("w:start");
  const twips = left + told("w:firstLine") - told("w:hanging");
  return Math.min(20, Math.max(0, Math.round(twips / 210)));
}
