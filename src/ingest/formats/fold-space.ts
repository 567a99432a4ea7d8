/** Signs that readers of markup put into raw text until it is folded; none of them is left afterwards. */
export const LINE_BREAK = "\n";
export const PAGE_BREAK = "\f";
/** A line break of the source file, a space between Latin words and nothing beside a Chinese character. */
export const SOURCE_BREAK = "\v";

const WIDE = "\\p{Script=Han}\\u3000-\\u303f\\uff01-\\uff60\\uffe0-\\uffee\\u2018-\\u201d\\u2014\\u2026";
const BROKEN_IN_CHINESE = new RegExp(`(?<=[${WIDE}])\\v|\\v(?=[${WIDE}])`, "gu");
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu;
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
const UNPRINTED = /(?!\s)\p{Cc}|[\ufffe\uffff]/gu;

/** Text as a reader sees it: runs of space are one, marks without a shape are gone (合　　计 → 合 计). */
export function foldSpace(raw: string): string {
  return raw
    .replace(UNSEEN, "")
    .replace(UNPRINTED, "")
    .replace(/[ \v]+/gu, (run) => (run.includes(SOURCE_BREAK) ? SOURCE_BREAK : " "))
    .replace(BROKEN_IN_CHINESE, "")
    .replace(SPACES, " ")
    .trim();
}

/** Steps of indentation that stand in a text as spaces: one for a full-width space or two narrow ones. */
export function leadingSteps(raw: string): number {
  const lead = /^[ \u00a0\u2002\u2003\u3000]*/u.exec(raw.replace(/^[\n\v\f]+/u, ""))?.[0] ?? "";
  const wide = lead.replace(/[^\u2003\u3000]/gu, "").length;
  return wide + Math.floor((lead.length - wide) / 2);
}

/** Lines of one name or figure as one: nothing beside a Chinese character (地区生／产总值), else a space. */
export function joinLines(lines: readonly string[]): string {
  return foldSpace(lines.join(SOURCE_BREAK));
}
