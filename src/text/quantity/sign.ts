import type { DoubtReason } from "./quantity.ts";

/** The sign before a number: where it begins, and whether the number is below zero. */
export interface Sign {
  readonly start: number;
  readonly negative: boolean;
  readonly doubt: DoubtReason | null;
}

/** What ▲ means, where a legend says so. */
export type Triangle = "fall" | "rise" | null;

const MINUS = "-－−﹣";
/** A longer dash is a minus only where nothing stands before it, or a word that leads to a figure. */
const DASH = "–—―";
/** Another sign before the sign. */
const SIGNED = /[-－−﹣–—―±]\s?$/u;
const LEADS_TO_FIGURE = /[为到至达增长降速幅率负额数值(（:：]$/u;
/** After these a hyphen joins or parts, and is no sign: 5-6, 5%-6%, A-1. */
const JOINED = /[\d\w%％)）元个项年月日]$/u;

/** The sign that stands right before `at`, with at most one space between. */
export function signBefore(text: string, at: number, triangle: Triangle): Sign {
  const none = { start: at, negative: false, doubt: null };
  const mark = text.charAt(at - 1) === " " ? at - 2 : at - 1;
  const sign = text.charAt(mark);
  if (sign === "") return none;
  const prior = text.slice(Math.max(0, mark - 1), mark);
  if ("+＋".includes(sign)) return JOINED.test(prior) ? none : { start: mark, negative: false, doubt: null };
  if (MINUS.includes(sign)) {
    if (JOINED.test(prior)) return none;
    return {
      start: mark,
      negative: true,
      doubt: SIGNED.test(text.slice(Math.max(0, mark - 2), mark)) ? "sign" : null,
    };
  }
  if (DASH.includes(sign)) {
    const minus = prior === "" || prior === "\n" || LEADS_TO_FIGURE.test(prior);
    return minus && mark === at - 1 ? { start: mark, negative: true, doubt: null } : none;
  }
  if (sign === "±") return { start: mark, negative: false, doubt: "sign" };
  if ("↓⬇↘".includes(sign)) return { start: mark, negative: true, doubt: null };
  if ("↑⬆↗".includes(sign)) return { start: mark, negative: false, doubt: null };
  if ("▼▽".includes(sign))
    return { start: mark, negative: true, doubt: triangle === null ? "triangle" : null };
  if ("▲△".includes(sign))
    return { start: mark, negative: triangle === "fall", doubt: triangle === null ? "triangle" : null };
  return none;
}
