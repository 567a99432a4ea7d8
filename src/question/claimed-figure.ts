import { findQuantities } from "#text/quantity/find-quantities.ts";
import type { Quantity } from "#text/quantity/quantity.ts";

/** 对吗, 是不是, 是4%吗: the figure is put up to be confirmed. */
const CONFIRMS =
  /我(?:记得|听说|以为|看到|印象中|印象里)|对(?:吗|吧|不对|么)|是不是|是否|是真的吗|没错吧|(?:是|为|到|有|了)[^，。？?]{0,14}(?:吗|吧|么|嘛)[?？]?$|\b(?:is it|was it|right|correct)\b/u;

/** The one figure a question puts up to be confirmed (GDP增速是10%对吧); null where none or several are named. */
export function claimedFigure(folded: string): Quantity | null {
  if (!CONFIRMS.test(folded)) return null;
  const figures = findQuantities(folded).filter(({ unit }) => unit !== null && unit !== "年");
  const [only, another] = figures;
  return only !== undefined && another === undefined ? only : null;
}
