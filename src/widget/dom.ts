type Child = Node | string | null;

interface Properties {
  /** Attributes; null or false leaves one out, true writes it empty. */
  readonly [name: string]: string | number | boolean | null | EventListener | undefined;
}

/**
 * An element from its tag, attributes and children. `onclick` and its like take a listener.
 * Strings become text nodes and nothing is ever parsed as markup, so hostile text stays text.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  return furnish(document.createElement(tag), properties, children);
}

/** The same for SVG. */
export function drawing<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  return furnish(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);
}

function furnish<T extends Element>(target: T, properties: Properties, children: readonly Child[]): T {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") target.addEventListener(name.slice(2), value);
    else if (value === true) target.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false)
      target.setAttribute(name, String(value));
  }
  target.append(...children.filter((child) => child !== null));
  return target;
}
