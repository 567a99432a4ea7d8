import { z } from "zod";
import { isComplete, isUnbalanced, type TextRole } from "#ingest/block.ts";
import { numberingOf, RANK } from "#ingest/sections/numbering.ts";
import shortData from "#ingest/sections/short-headings.json" with { type: "json" };
import { type Layout, type PlacedLine, reachesEdge } from "./layout.ts";

const CAPTION =
  /^(?:附表\s*[:：]|(?:附)?表\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[-－—.]\d{1,2})?(?:\s*[:：.、]|\s|$|(?=[^\d\s，。、；])))/;
const BOX = /^专栏\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:\s*[:：.、]|\s|$|(?=[^\d\s，。、；的]))/;
const FIGURE = /^图\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[-－—.]\d{1,2})?\s*[:：.、\s]/;
const UNIT = /^[（(]?(?:计量|金额|货币|计算)?单位\s*[:：]/;
const NOTE = /^[*＊]?(?:注|备注|资料来源|数据来源)(?:\s*\d{0,2})\s*[:：]/;
const GLOSSARY =
  /^(?:附(?:件|录)?\s*[\d一二三四]*\s*[:：、]?)?[（(《“]?.{0,16}(?:名词|术语|用语|专业词汇|词汇|词语|热词|缩略语|概念|指标)(?:和[^，。]{1,6})?(?:的)?(?:解释|注释|释义|说明|简释)(?:表|汇编)?[)）》”]?(?:[（(][^（()）]{1,16}[)）])?[:：]?$|^(?:附(?:件|录)?\s*\d?[:：]?)?(?:注\s*释|脚\s*注|尾\s*注)[:：]?$/;
const SOLO =
  /^(?:[（(][^）)]*[)）]|[^，。；：、]{1,8}：[^，。；：]{1,12}|\d{4}年\d{1,2}月(?:\d{1,2}日)?|[\u4e00-\u9fff〇○零]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/;
const LONGEST_CAPTION = 70;
const LONGEST_HEADING = 60;
const LONGEST_PLAIN = 40;

/** The role of a line that stands by itself, before its neighbours are looked at; `body` when nothing speaks for another. */
export function fixedRole(line: PlacedLine, layout: Layout): TextRole {
  const { text } = line;
  const open = !/[。！？]/.test(text) && !/[；，,;]$/.test(text);
  if (isCaption(text)) return "caption";
  if (text.length <= LONGEST_CAPTION && open) {
    if (BOX.test(text)) return "box";
    if (FIGURE.test(text)) return "figure";
  }
  if (isUnitLine(text)) return "unit";
  if (isGlossaryHeading(text)) return "heading";
  if (NOTE.test(text)) return "note";
  if (line.hashes > 0 && text.length <= LONGEST_HEADING && !isComplete(text)) return "heading";
  if (line.item) return "item";
  return numberedHeading(line, layout) ? "heading" : "body";
}

/** `表1：…`, no sentence. */
export function isCaption(text: string): boolean {
  return (
    text.length <= LONGEST_CAPTION && CAPTION.test(text) && !/[。！？]/.test(text) && !/[；，,;]$/.test(text)
  );
}

/** `单位：万元`, `金额单位：亿元`; 编制单位 names who wrote it. */
export function isUnitLine(text: string): boolean {
  return text.length <= 30 && UNIT.test(text);
}

export function isGlossaryHeading(text: string): boolean {
  return text.length <= 34 && GLOSSARY.test(text.replace(/^[※*＊[【〔★◆]+|[※*＊\]】〕★◆]+[:：]?$/g, ""));
}

/** A date, a line in brackets or a label with a few words (上段：提档升级): it stands alone and nothing is joined to it. */
export function isSolo(text: string): boolean {
  return SOLO.test(text);
}

/** A line that is a numbered heading and no more: no sentence in it, nor a comma at its end. */
function numberedHeading(line: PlacedLine, layout: Layout): boolean {
  const { text } = line;
  const numbering = numberingOf(text);
  if (numbering === null || isComplete(text) || /[。！？；]/.test(text) || /[，、,]$/.test(text))
    return false;
  if (numbering.rank >= RANK.ordinal && numbering.length === text.length) return false;
  const limit = numbering.rank >= RANK.ordinal ? LONGEST_PLAIN : LONGEST_HEADING;
  const doubtful = numbering.rank >= RANK.item && layout.pageCuts && /[，,]/.test(text);
  return text.length <= limit && !doubtful && (!isUnbalanced(text) || reachesEdge(line, layout));
}

/** 2022年, 6.77亿元, 10: a cell that lost its table. */
const FIGURE_ALONE = /^[\d.,%\s～~-]+(?:[年月日]|[年月]?底|[万亿]?元|[个项家所公里亩人]+)?$/u;
/** Two characters head a part only as one of these. */
const shortHeadings: ReadonlySet<string> = new Set(
  z.strictObject({ about: z.string(), headings: z.array(z.string().length(2)) }).parse(shortData).headings,
);

/**
 * True when an unnumbered line reads as a heading: short, without a stop, standing between finished paragraphs.
 * Where pages cut sentences a comma makes it a rest of one.
 */
export function isPlainHeading(line: PlacedLine, layout: Layout): boolean {
  const { text } = line;
  if (text.length < 2 || text.length > LONGEST_PLAIN || isSolo(text)) return false;
  if (FIGURE_ALONE.test(text) || (text.length === 2 && !shortHeadings.has(text))) return false;
  if (isComplete(text) || /[。！？；]/.test(text) || /[，、,:：—]$/.test(text) || isUnbalanced(text))
    return false;
  if (layout.breaks === "unpunctuated") return line.bold === text.length;
  const comma = /[，,]/.test(text);
  if (layout.breaks === "wrapped")
    return !comma && line.gap > 0 && line.after > 0 && line.columns < layout.width * 0.8;
  return !(layout.pageCuts && (comma || text.length > 25));
}
