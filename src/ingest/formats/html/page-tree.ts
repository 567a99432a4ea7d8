import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";

export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;

/** Deeper than any page that people made; a browser stops at 512. */
const DEEPEST = 1_000;
const MOST_ELEMENTS = 1_500_000;

/** A page whose elements are nested so deeply, or are so many, that no reader takes it in. */
export class PageTooLarge extends Error {
  readonly code: "too_deep" | "too_large";
  constructor(code: "too_deep" | "too_large") {
    super(
      code === "too_deep"
        ? `the page nests elements more than ${DEEPEST} deep`
        : `the page has more than ${MOST_ELEMENTS} elements`,
    );
    this.code = code;
  }
}

/** The element tree of a page, as browsers build it from any text. Throws PageTooLarge. */
export function parsePage(text: string): PageElement {
  let depth = 0;
  let elements = 0;
  const document = parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        depth += 1;
        elements += 1;
        if (depth > DEEPEST) throw new PageTooLarge("too_deep");
        if (elements > MOST_ELEMENTS) throw new PageTooLarge("too_large");
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
