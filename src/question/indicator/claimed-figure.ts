import { findQuantities } from "#text/quantity/find-quantities.ts";
import type { Quantity } from "#text/quantity/quantity.ts";

/** 对吗, 是不是, 是4%吗: the figure is put up to be confirmed. */
const CONFIRMS =
  /我(?:记得|听说|以为|看到|印象中|印象里)|^(?:据说|据传|听说|网传|有人说)|属实|真的假的|对(?:吗|吧|不对|么)|是不是|是否|有没有|是真的吗|没错吧|(?:是|为|到|有|了|过|于)[^，。？?]{0,14}(?:吗|吧|么|嘛)[?？]?$|\b(?:is it|was it|right|correct)\b/u;

/** How the figure asked about is said to stand to the one named. */
export type Bound = "equal" | "above" | "at least" | "below" | "at most";

const BOUNDS: readonly (readonly [RegExp, Bound])[] = [
  [/(?:(?<!不)(?:低于|少于|小于)|不到|不足|没到|(?<!有)(?:没有?|未)达到?)了?$/u, "below"],
  [/(?:不低于|不少于|不小于|达到|达|保持在)了?$/u, "at least"],
  [/(?:不超过|不高于|不多于|不大于|控制在)了?$/u, "at most"],
  [/(?:超过|突破|高于|大于|多于|超|过)了?$/u, "above"],
];

/** A figure that a question puts up to be confirmed, with how it is compared. */
export type Claim = Quantity & { readonly bound: Bound };

/** The one figure a question puts up to be confirmed (GDP增速是10%对吧, 超过5%了吗); null where none or several are named. */
export function claimedFigure(folded: string): Claim | null {
  if (!CONFIRMS.test(folded)) return null;
  const figures = findQuantities(folded).filter(({ unit }) => unit !== null && unit !== "年");
  const [only, another] = figures;
  if (only === undefined || another !== undefined) return null;
  const [before, written] = [folded.slice(0, only.start), folded.slice(only.start, only.end)];
  // The grammar takes 超过 before a figure into it.
  const words = before + (/^\D*/u.exec(written)?.[0] ?? "");
  const bound = BOUNDS.find(([pattern]) => pattern.test(words.trimEnd()))?.[1] ?? "equal";
  return { ...only, bound };
}
