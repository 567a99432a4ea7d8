import type { XmlElement, XmlNode } from "./parse-xml.ts";

/** Small questions to an element tree. */

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== "string";
}

export function elementsOf(element: XmlElement | undefined): XmlElement[] {
  return element?.children.filter(isElement) ?? [];
}

export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => isElement(child) && child.name === name);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return elementsOf(element).filter((child) => child.name === name);
}

/** All elements of a name below one, those within another such element left out. */
export function descendantsNamed(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const open = [...elementsOf(element)].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.name === name) found.push(next);
    else for (const child of elementsOf(next).reverse()) open.push(child);
  }
  return found;
}

export function textOf(element: XmlElement | undefined): string {
  return element?.children.map((child) => (isElement(child) ? textOf(child) : child)).join("") ?? "";
}
