import { withoutLayoutSpaces } from "#text/clean.ts";
import { withoutRaised } from "./raised-text.ts";

/** A line without its Markdown marks, and what they said. */
export interface PlainLine {
  readonly text: string;
  readonly hashes: number;
  readonly bold: number;
  /** It was a list item (`- `, `* `, `• `). */
  readonly item: boolean;
}

const HEADING = /^ {0,3}(#{1,6})(?:\s+|(?=[^#\s]))/;
const ITEM = /^\s*(?:[-*+]\s+|[•●▪■◆◇▲►]\s*)/;
const RULE = /^\s*(?:(?:[-*_]\s*){3,}|={3,}|`{3,}.*)$/;
// Bounded repeats: a line of nothing but opening marks must not take quadratic time.
const IMAGE = /!\[[^\][]{0,300}\]\([^)[]{0,1000}\)|<img\b[^<>]{0,1000}>/gi;
const LINK = /\[([^\][]{1,300})\]\((?:https?:|#|\/|\.)[^)[]{0,1000}\)/g;
const TAG = /<\/?(?:p|br|div|span|b|strong|em|i|u|center|font|h[1-6]|sup|sub|a)\b[^<>]{0,1000}>/gi;
const OPENING_BOLD = /^([—―–-]*\s*)(\*\*|__)(.+?)\2/;

/** Takes the Markdown marks off a line; words, digits and punctuation stay as printed. */
export function plainLine(raw: string): PlainLine {
  if (RULE.test(raw)) return { text: "", hashes: 0, bold: 0, item: false };
  const hashes = HEADING.exec(raw)?.[1]?.length ?? 0;
  let line = withoutRaised(raw).replace(IMAGE, "").replace(TAG, "").replace(LINK, "$1");
  line = line
    .replace(HEADING, "")
    .replace(/\s#+\s*$/, "")
    .replace(/^\s*>\s?/, "");
  const item = ITEM.test(line);
  line = line.replace(ITEM, "").trim();
  const opening = OPENING_BOLD.exec(line);
  const bold = opening === null ? 0 : plainText(`${opening[1] ?? ""}${opening[3] ?? ""}`).length;
  return { text: plainText(line), hashes, bold, item };
}

/** The words of a line or cell: emphasis, escapes and layout spaces removed. */
export function plainText(raw: string): string {
  return withoutLayoutSpaces(withoutEmphasis(raw).replaceAll("\t", " "));
}

/** Emphasis and escapes removed, spaces kept. */
export function withoutEmphasis(raw: string): string {
  return raw
    .replace(/(\*\*|__)(?=\S)(.{0,600}?\S)\1/g, "$2")
    .replaceAll("**", "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
