import { isComplete, type TextBlock, type TextRole } from "#ingest/block.ts";
import { endnotesStart } from "#ingest/sections/endnotes.ts";
import { frontMatterLength, titleGoesOn } from "#ingest/sections/front-matter.ts";
import { numberingOf, RANK } from "#ingest/sections/numbering.ts";
import { weld } from "#text/clean.ts";
import { type Layout, opensParagraph, type PlacedLine, reachesEdge } from "./layout.ts";
import { fixedRole, isGlossaryHeading, isPlainHeading, isSolo } from "./line-role.ts";

const JOINABLE: ReadonlySet<TextRole> = new Set(["body", "item", "note", "glossary"]);

/** Lines that never end a sentence are no prose; joining them for ever would take for ever. */
const LONGEST_PARAGRAPH = 20_000;

const NUMBERED_ENTRY = /^(?:[〔［【[(（]?\^?\d{1,3}[〕］】\])）.、．]|[①-⑳])/;

/** What joining remembers from one run of lines to the next. */
export interface JoinState {
  readonly layout: Layout;
  /** Lines of front matter still to come. */
  front: number;
  glossary: boolean;
  /** Where explanations begin that have no heading. */
  readonly endnotes: PlacedLine | null;
}

export function startJoining(lines: readonly PlacedLine[], layout: Layout): JoinState {
  return { layout, front: frontMatterLength(lines), glossary: false, endnotes: endnotesStart(lines) };
}

/** Paragraphs, headings, captions and notes of a run of lines without tables; broken paragraphs are joined. */
export function joinLines(lines: readonly PlacedLine[], state: JoinState): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const [at, line] of lines.entries()) {
    const last = blocks.at(-1);
    const above = lines[at - 1];
    if (last !== undefined && above !== undefined && goesOn(last, above, line, state)) {
      blocks[blocks.length - 1] = joined(last, line, state.layout);
    } else {
      blocks.push(newBlock(line, last, state));
    }
    if (state.front > 0) state.front--;
  }
  return blocks;
}

/** A heading that goes on over a whole line, or to the end of a sentence, was the start of a paragraph. */
function joined(last: TextBlock, line: PlacedLine, layout: Layout): TextBlock {
  const text = weld(last.text, line.text);
  const paragraph = last.role === "heading" && (/[。！？；]/.test(text) || reachesEdge(line, layout));
  return { ...last, text, role: paragraph ? "body" : last.role };
}

/** Whether `line` goes on with the block `last`, whose last line is `above`. */
function goesOn(last: TextBlock, above: PlacedLine, line: PlacedLine, state: JoinState): boolean {
  const { layout } = state;
  if (line === state.endnotes) return false;
  if (state.front > 0) return last.role === "front" && titleGoesOn(last.text, line);
  if (layout.breaks === "whole") return false;
  if (line.hashes > 0 || line.item) return false;
  const edge = line.gap === 0 && reachesEdge(above, layout) && !opensParagraph(line, layout);
  if (last.role === "heading")
    return edge && last.hashes === 0 && fixedRole(line, layout) === "body" && !startsAnew(line);
  if (!JOINABLE.has(last.role) || last.text.length > LONGEST_PARAGRAPH) return false;
  if (/^[，。、；：）”！？,;)]/.test(line.text)) return true;
  if (isSolo(last.text) || layout.breaks === "unpunctuated" || opensParagraph(line, layout)) return false;
  if (isComplete(last.text) && !edge) return false;
  if (fixedRole(line, layout) !== "body" || startsAnew(line)) return false;
  return !standsApart(line, state) && !(last.role === "glossary" && NUMBERED_ENTRY.test(line.text));
}

/** A numbered line opens a paragraph of its own, also when it is a whole paragraph and no heading. */
function startsAnew(line: PlacedLine): boolean {
  const numbering = numberingOf(line.text);
  const addressed = /^(?:各位代表|各位委员|同志们)[！!，,：:]/.test(line.text);
  return (numbering !== null && numbering.rank !== RANK.ordinal) || addressed || isSolo(line.text);
}

/** A short unfinished line between blank lines is a heading even after a cut sentence: pages are longer than that. */
function standsApart(line: PlacedLine, state: JoinState): boolean {
  if (state.layout.breaks === "wrapped" || line.gap === 0 || line.after === 0) return false;
  return isPlainHeading(line, { ...state.layout, pageCuts: false }) && !/^.{0,6}，/.test(line.text);
}

function newBlock(line: PlacedLine, last: TextBlock | undefined, state: JoinState): TextBlock {
  if (line === state.endnotes) state.glossary = true;
  const role = roleOf(line, last, state);
  if (role === "heading")
    state.glossary = isGlossaryHeading(line.text) || (state.glossary && !leavesGlossary(line));
  if (OF_TABLES.has(role)) state.glossary = false;
  const text = role === "glossary" ? glossaryText(line) : role === "heading" ? headline(line) : line.text;
  const { hashes, bold, gap } = line;
  return { kind: "text", role, text, line: line.line, gap, hashes, bold, cut: false };
}

function roleOf(line: PlacedLine, last: TextBlock | undefined, state: JoinState): TextRole {
  if (state.front > 0) return "front";
  const fixed = fixedRole(line, state.layout);
  if (state.glossary && !OF_TABLES.has(fixed) && !(fixed === "heading" && leavesGlossary(line)))
    return "glossary";
  if (fixed !== "body") return fixed;
  if (isPhotoCaption(line, state.layout)) return "figure";
  if (numberingOf(line.text) !== null) return "body";
  return isPlainHeading(line, state.layout) && !signsOff(line, last) ? "heading" : "body";
}

/** Explanations end where the tables of the appendix begin. */
const OF_TABLES: ReadonlySet<TextRole> = new Set(["caption", "unit"]);

function leavesGlossary(line: PlacedLine): boolean {
  const rank = numberingOf(line.text)?.rank ?? 99;
  return (
    isGlossaryHeading(line.text) || rank <= RANK.article || (rank <= RANK.major && !/[：:]/.test(line.text))
  );
}

/** An unfinished line that the space left by a picture sets off. */
function isPhotoCaption(line: PlacedLine, layout: Layout): boolean {
  if (layout.breaks !== "flowing" || line.gap < 2 || line.after === 0) return false;
  return !isComplete(line.text) && !/[。！？；]/.test(line.text) && line.hashes === 0;
}

/** Issuer and date under the last paragraph are no heading. */
function signsOff(line: PlacedLine, last: TextBlock | undefined): boolean {
  return (
    /\d{4}年\d{1,2}月\d{1,2}日/.test(line.text) || (last?.role === "front" && /[局队府]$/.test(line.text))
  );
}

/** Keeps the space between the two halves of a headline. */
function headline(line: PlacedLine): string {
  const halves = line.spaced.split(/ +/);
  const [left = "", right = ""] = halves;
  const headlineHalves =
    halves.length === 2 && left.length >= 5 && right.length >= 6 && /[\u4e00-\u9fff]$/.test(left);
  return headlineHalves && !/^\d+ ?年?$/.test(right) ? `${left} ${right}` : line.text;
}

/** Keeps one space between a term and its definition. */
function glossaryText(line: PlacedLine): string {
  const term = /^([^ ，。；：:]{1,40}) +(?=\S)/.exec(line.spaced)?.[1];
  if (term === undefined) return line.text;
  const bare = line.text.slice(0, term.length);
  if (bare !== term) return line.text;
  return `${term} ${line.text.slice(term.length).trimStart()}`;
}
