import { declarations, lengthInCharacters, styleOf } from "./inline-style.ts";
import { attribute, hasAttribute, type PageElement, parentOf, sourceText } from "./page-tree.ts";

/** Elements whose content is no text of the page. */
const NEVER_TEXT = new Set(
  "script style template noscript head title meta link iframe object embed applet svg math canvas audio video map select option optgroup datalist button input textarea rp rt dialog noframes frameset".split(
    " ",
  ),
);
/** What is struck out is told to be wrong; the page shows it only as such. */
const STRUCK = new Set(["del", "s", "strike"]);
const WHITE = /^(?:#f{3}|#f{6}|white|rgba?\(\s*255\s*,\s*255\s*,\s*255\s*(?:,\s*1(?:\.0+)?\s*)?\))$/u;
const DECORATION = 200;

export function holdsNoText(element: PageElement): boolean {
  return NEVER_TEXT.has(element.tagName);
}

/** Whether a reader of the page does not see an element, by its own marks or by a rule of the page's style sheet. */
export function isHidden(element: PageElement, hiddenByRule: (element: PageElement) => boolean): boolean {
  if (STRUCK.has(element.tagName) || hasAttribute(element, "hidden") || hiddenByRule(element)) return true;
  if (attribute(element, "aria-hidden") === "true" && sourceText(element).length < DECORATION) return true;
  const style = styleOf(element);
  return hides(style) || isOffPage(style) || isWhiteOnWhite(element, style);
}

/** Whether declarations take text from the page: display none, no visibility, no size, no opacity. */
export function hides(style: ReadonlyMap<string, string>): boolean {
  const font =
    style.get("font-size") ?? /(?:^|\s)(0(?:px|pt|em|%)?)(?:\/|\s)/u.exec(style.get("font") ?? "")?.[1];
  return (
    style.get("display") === "none" ||
    /^(?:hidden|collapse)$/u.test(style.get("visibility") ?? "") ||
    /^0(?:\.0+)?$/u.test(style.get("opacity") ?? "") ||
    /^(?:0|[01](?:\.\d+)?(?:px|pt)|0(?:\.0\d*)?(?:em|rem|%))$/u.test(font ?? "") ||
    style.get("mso-hide") === "all"
  );
}

/** Moved out of sight, or cut to a box without a size. */
function isOffPage(style: ReadonlyMap<string, string>): boolean {
  const far = ["left", "top", "text-indent", "margin-left"].some(
    (side) => (lengthInCharacters(style.get(side)) ?? 0) < -60,
  );
  const closed = style.get("overflow") === "hidden";
  const flat = ["width", "height"].some((side) => lengthInCharacters(style.get(side)) === 0);
  return far || (closed && flat);
}

/** White letters with no coloured ground given anywhere around them; in tables the ground often comes from elsewhere. */
function isWhiteOnWhite(element: PageElement, style: ReadonlyMap<string, string>): boolean {
  const color = style.get("color") ?? attribute(element, "color").toLowerCase();
  if (!WHITE.test(color)) return false;
  for (let around: PageElement | null = element; around !== null; around = parentOf(around)) {
    const ground = groundOf(around);
    if (ground !== "") return WHITE.test(ground);
    if (/^(?:td|th|tr|table)$/u.test(around.tagName)) return false;
    const decorated = attribute(around, "class") !== "" && around.tagName !== "body" && around !== element;
    if (decorated && /title|head|banner|btn|tit/iu.test(attribute(around, "class"))) return false;
  }
  return true;
}

function groundOf(element: PageElement): string {
  const style = declarations(attribute(element, "style"));
  const named = style.get("background-color") ?? style.get("background") ?? attribute(element, "bgcolor");
  return named === "transparent" || named === "none" ? "" : named.toLowerCase();
}
