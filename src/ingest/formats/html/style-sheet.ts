import { hides } from "./hidden.ts";
import { declarations } from "./inline-style.ts";
import { attribute, descendants, type PageElement, sourceText } from "./page-tree.ts";

const MOST_STYLE = 2_000_000;

/** Which elements the page's own style sheets take out of sight, by rules on one class, one id or one kind of element. */
export function hidingRules(page: PageElement): (element: PageElement) => boolean {
  const selectors = new Set<string>();
  for (const element of descendants(page)) {
    if (element.tagName !== "style") continue;
    for (const { selector, body } of rulesOf(sourceText(element).slice(0, MOST_STYLE)))
      if (hides(declarations(body))) for (const each of selector.split(",")) selectors.add(each.trim());
  }
  if (selectors.size === 0) return () => false;
  return (element) => namesOf(element).some((name) => selectors.has(name));
}

function namesOf(element: PageElement): string[] {
  const { tagName } = element;
  const id = attribute(element, "id");
  const names = attribute(element, "class").split(/\s+/u).filter(Boolean);
  const classes = names.flatMap((name) => [`.${name}`, `${tagName}.${name}`]);
  return [...classes, ...(id === "" ? [] : [`#${id}`, `${tagName}#${id}`])];
}

/** The plain rules of a style text; what stands within an at-rule (print, small screens) is left out. */
function* rulesOf(style: string): Generator<{ selector: string; body: string }> {
  const text = style.replace(/\/\*[\s\S]*?\*\/|<!--|-->/gu, "");
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("{", at);
    if (open < 0) return;
    const selector = text
      .slice(at, open)
      .replace(/^[\s\S]*;/u, "")
      .trim();
    const close = selector.startsWith("@") ? endOfBlock(text, open) : text.indexOf("}", open);
    if (close < 0) return;
    if (!selector.startsWith("@")) yield { selector, body: text.slice(open + 1, close) };
    at = close + 1;
  }
}

function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}
