import { styleOf } from "./inline-style.ts";
import type { PageElement } from "./page-tree.ts";

/** Whether an element's text is printed raised. */
export function isRaised(element: PageElement): boolean {
  return element.tagName === "sup" || styleOf(element).get("vertical-align") === "super";
}
