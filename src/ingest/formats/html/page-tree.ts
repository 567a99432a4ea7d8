import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { ReadingFault } from "#ingest/formats/reading-fault.ts";

export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;

/** Deeper than any page that people made; a browser stops at 512. */
const DEEPEST = 1_000;
const MOST_ELEMENTS = 1_500_000;
const MOST_CELLS = 300_000;

/** The element tree of a page, as browsers build it from any text. Throws ReadingFault. */
export function parsePage(text: string): PageElement {
  let depth = 0;
  let elements = 0;
  let cells = 0;
  const document = parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: ({ tagName }) => {
        depth += 1;
        elements += 1;
        if (tagName === "td" || tagName === "th") cells += 1;
        if (depth > DEEPEST)
          throw new ReadingFault("too_deep", `it nests elements more than ${DEEPEST} deep`);
        if (elements > MOST_ELEMENTS)
          throw new ReadingFault("too_large", `it has more than ${MOST_ELEMENTS} elements`);
        if (cells > MOST_CELLS)
          throw new ReadingFault("too_large", `its tables have more than ${MOST_CELLS} cells`);
      },
      onItemPop: () => {
        depth -= 1;
      },
    },
  });
  const root = document.childNodes.find(isElement);
  if (root === undefined) throw new Error("a parsed page has no root element");
  return root;
}

export function isElement(node: PageNode): node is PageElement {
  return "tagName" in node;
}

export function isText(node: PageNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === "#text" && "value" in node;
}

export function elementsOf(element: PageElement): PageElement[] {
  return element.childNodes.filter(isElement);
}

export function parentOf(element: PageElement): PageElement | null {
  const parent = element.parentNode;
  return parent !== null && "tagName" in parent ? parent : null;
}

/** An attribute's value, an empty text where it is missing. */
export function attribute(element: PageElement, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value ?? "";
}

export function hasAttribute(element: PageElement, name: string): boolean {
  return element.attrs.some((each) => each.name === name);
}

/** All elements below one, in the order of the page. */
export function* descendants(element: PageElement): Generator<PageElement> {
  const open = elementsOf(element).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    for (let at = next.childNodes.length - 1; at >= 0; at -= 1) {
      const child = next.childNodes[at];
      if (child !== undefined && isElement(child)) open.push(child);
    }
  }
}

/** The text below an element as it stands in the source. */
export function sourceText(node: PageNode): string {
  if (isText(node)) return node.value;
  return isElement(node) ? node.childNodes.map(sourceText).join("") : "";
}
