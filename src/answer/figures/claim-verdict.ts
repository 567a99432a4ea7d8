import { Decimal } from "decimal.js";
import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { claimedFigure } from "#question/claimed-figure.ts";
import type { Quantity } from "#text/quantity/quantity.ts";
import { convert } from "#text/quantity-convert.ts";

/**
 * A figure put up to be confirmed (GDP增速是10%对吧) is confirmed or denied before the report's own is told: 不是。…为3.7%.
 * Nothing is said where the report gives a range or words, or another unit.
 */
export function withVerdict(desk: Desk, draft: Draft): Draft {
  const claim = claimedFigure(desk.question.asked);
  const [first, ...others] = draft.blocks;
  if (claim === null || draft.status !== "answered" || first?.type !== "paragraph") return draft;
  const verdicts = draft.used.map(({ row }) => agrees(row, claim)).filter((verdict) => verdict !== null);
  if (verdicts.length === 0) return draft;
  const wanted = desk.question.kinds.length === 0 ? verdicts.slice(0, 1) : verdicts;
  const lead = desk.say(wanted.some(Boolean) ? "claim.yes" : "claim.no");
  return { ...draft, blocks: [{ ...first, text: `${lead}${first.text}` }, ...others] };
}

/** 1700亿 of an amount in 亿元: the unit is left out. */
const BARE_SIZE = /^(?:万亿|亿|万)$/u;

/** Whether a row's value is the figure claimed, as printed to the last digit; null where the two cannot be compared. */
function agrees(row: IndicatorRow, claim: Quantity): boolean | null {
  if (row.value === null || claim.unit === null || row.unit === null) return null;
  const unit = BARE_SIZE.test(claim.unit) ? claim.unit + row.unit.replace(/^[万亿]+/u, "") : claim.unit;
  const told = unit === row.unit ? claim.value : convert(claim.value, unit, row.unit);
  if (told === null) return null;
  return new Decimal(told).abs().eq(new Decimal(row.value).abs());
}
