import { isComplete } from "#ingest/block.ts";
import type { PlacedLine } from "#ingest/lines/layout.ts";
import { numberingOf, RANK } from "./numbering.ts";

const SALUTATION = /^(?:各位代表|各位委员|同志们)(?:[，、][^。]{0,20})?[:：！!，,]/;
const FARTHEST = 40;
const LONGEST_SALUTATION = 20;
const PARAGRAPH = 60;
const ENDED = /(?:报告|公报|纲要|通知|政府|委员会|统计局|调查队|号|日|会议上?|代表大会|\d{4}|[)）])$/;
/** A title goes on behind a blank line only where it cannot end. */
const UNFINISHED = /(?:社会发展|经济|及|和|与|年|计划|情况)$/;
/** No title ends in these. */
const BROKEN = /(?:[及和与、的]|关于)$/;
const REST = /(?:报告|公报|纲要|会议上?|规划|草案|通知|文件)(?:[（(].{1,12}[)）])?$/;

/** How many lines at the top are title, issuer, date and salutation. */
export function frontMatterLength(lines: readonly PlacedLine[]): number {
  for (const [at, line] of lines.slice(0, FARTHEST).entries()) {
    if (SALUTATION.test(line.text)) return line.text.length <= LONGEST_SALUTATION ? at + 1 : Math.max(1, at);
    if (/各位代表[:：]?$/.test(line.text) && line.text.length <= LONGEST_SALUTATION * 2) return at + 1;
    if (at > 0 && opensBody(line)) return at;
    const paragraph = line.text.length >= PARAGRAPH && isComplete(line.text);
    if (paragraph && !lines.slice(at, FARTHEST).some(isSalutation))
      return Math.max(1, Math.min(at, shortRun(lines)));
  }
  return Math.min(1, lines.length);
}

function isSalutation(line: PlacedLine): boolean {
  return SALUTATION.test(line.text) && /[:：]$/.test(line.text) && line.text.length <= LONGEST_SALUTATION;
}

/** A heading of the body: numbered, or 2019年工作回顾. */
function opensBody(line: PlacedLine): boolean {
  const numbered = numberingOf(line.text);
  return (
    (numbered !== null && numbered.rank <= RANK.minor) ||
    /^(?:\d{4}年|过去).{0,8}工作(?:的)?回顾$/.test(line.text)
  );
}

/** Without a salutation only lines that look like a title page count: title, issuer, date. */
function shortRun(lines: readonly PlacedLine[]): number {
  let at = 1;
  while (
    at < lines.length &&
    /(?:局|调查队|政府|委员会|日|报告|公报|纲要|[)）])$/.test(lines[at]?.text ?? "")
  )
    at++;
  return at;
}

/** True when a title broken over two lines goes on in `next`. */
export function titleGoesOn(before: string, next: PlacedLine): boolean {
  if (next.gap > 1 || ENDED.test(before) || SALUTATION.test(before)) return false;
  if (next.gap === 0 && BROKEN.test(before) && next.text.length <= 40 && !isComplete(next.text)) return true;
  if (next.gap === 1 && !UNFINISHED.test(before)) return false;
  return REST.test(next.text) && next.text.length <= 40;
}
