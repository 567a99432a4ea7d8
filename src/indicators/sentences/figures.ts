import { findQuantities } from "#text/quantity/find-quantities.ts";
import type { Quantity } from "#text/quantity/quantity.ts";

/** A figure of a sentence with the words that lead to it. Offsets are into the compact sentence. */
export interface Figure {
  readonly quantity: Quantity;
  /** Words since the last figure or clause mark, without separators. */
  readonly lead: string;
  /** Offset of `lead`. */
  readonly from: number;
  /** True when only 、, 和 or the like stands between this figure and the one before. */
  readonly listed: boolean;
  /** True when 、 joins the lead to the figure before: 新增公办幼儿园3所、普惠性幼儿园6所. */
  readonly continued: boolean;
  /** True when the lead goes on from the figure before it: 总投资2000亿元的重点项目217个, 44个县财政收入705亿元. */
  readonly ruled: boolean;
  /** What follows the figure and its qualifier. */
  readonly trail: string;
  /** Offset of `trail`. */
  readonly end: number;
}

const MARKS = /[，,；;。：:！？!?]/u;
const SEPARATOR = /^(?:[、和及与或]|以及)$/u;
const TRAIL = 12;

/** The offset where the words leading to `start` begin: after the last mark, open bracket or figure. */
function leadStart(sentence: string, start: number, floor: number): number {
  let depth = 0;
  for (let at = start - 1; at >= floor; at--) {
    const character = sentence.charAt(at);
    if (/[）)]/.test(character)) depth++;
    if (/[（(]/.test(character)) {
      if (depth === 0) return at + 1;
      depth--;
    }
    if (depth === 0 && MARKS.test(character)) return at + 1;
  }
  return floor;
}

function endOf(quantity: Quantity, sentence: string): number {
  const after = quantity.after ?? "";
  return sentence.startsWith(after, quantity.end) ? quantity.end + after.length : quantity.end;
}

const GROWN =
  /^的?(?:年均)?(?:正|较快|稳定|平稳|高速|快速|稳步|中高速)?增长(?:速度|率)?(?=[，,。；;、：！]|目标|$)/u;
const ACHIEVED = /(?:仍然?|又|再|也|均|都|保持|实现|取得|达到?|完成|了|年均)*$/u;

/** 地区生产总值仍实现3.7%的增长: the verb that stands behind the figure, put where it is looked for. */
function grownLead(lead: string, { unit }: Quantity, trail: string): string {
  if (unit !== "%" || !GROWN.test(trail) || /增[长幅速]|下降|减少|降低/u.test(lead)) return lead;
  const yearly = /年均/u.test(lead.slice(-6) + trail.slice(0, 4)) ? "年均" : "";
  return `${lead.replace(ACHIEVED, "")}${yearly}增长`;
}

/** 27.8亿美元比上年增长25.2%: how the amount changed, though no mark stands between. */
const CHANGED = /^(?:同比|[比较](?:上年|去年)(?:同期)?)(?:实际)?(?:增长|下降|增加|减少|提高)$/u;

/** 62164亿元、突破1万亿美元: told with a verb of its own and in another unit, it is the same amount once more. */
function otherwise(before: Figure | undefined, { before: verb, unit }: Quantity): boolean {
  return (
    verb !== null && before !== undefined && before.quantity.unit !== null && unit !== before.quantity.unit
  );
}

/** All figures of a compact sentence, each with its lead and trail. */
export function figuresOf(sentence: string): Figure[] {
  const figures: Figure[] = [];
  let floor = 0;
  for (const quantity of findQuantities(sentence)) {
    const open = quantity.start - (quantity.before?.length ?? 0);
    const from = leadStart(sentence, quantity.start, floor);
    const between = sentence.slice(floor, open);
    const listed = figures.length > 0 && SEPARATOR.test(between) && !otherwise(figures.at(-1), quantity);
    // 投资593亿元28个重点项目; not 15类52件民生实事.
    const afterMoney = !listed && /元$/u.test(figures.at(-1)?.quantity.unit ?? "");
    const end = endOf(quantity, sentence);
    const trail = sentence.slice(end, end + TRAIL);
    const lead = grownLead(sentence.slice(from, Math.max(from, open)), quantity, trail);
    const stripped = lead.replace(/^[、）)的]+/u, "");
    figures.push({
      quantity,
      lead: listed ? "" : stripped,
      from: from + (lead.length - stripped.length),
      listed,
      continued: floor > 0 && from === floor && /^[）)]*、/u.test(lead),
      ruled:
        /^[）)]*的/u.test(lead) ||
        (floor > 0 &&
          from === floor &&
          (lead === "" ? afterMoney : !/^[、）)和及与]/u.test(lead) && !CHANGED.test(lead))),
      trail,
      end,
    });
    floor = end;
  }
  return figures;
}
