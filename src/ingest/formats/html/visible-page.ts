import { defaultTreeAdapter } from "parse5";
import { holdsNoText, isHidden } from "./hidden.ts";
import { descendants, isElement, type PageElement, sourceText } from "./page-tree.ts";
import { hidingRules } from "./style-sheet.ts";

/** A text that its page does not show, and the element it stood in. */
export interface HiddenText {
  readonly parent: PageElement;
  readonly characters: number;
}

/** Takes out of a page's tree what its readers do not see, and tells what text that was. */
export function keepVisible(page: PageElement): HiddenText[] {
  const byRule = hidingRules(page);
  const hidden: HiddenText[] = [];
  const prune = (element: PageElement): void => {
    for (const child of [...element.childNodes]) {
      if (!isElement(child)) continue;
      if (holdsNoText(child)) defaultTreeAdapter.detachNode(child);
      else if (isHidden(child, byRule)) {
        hidden.push({ parent: element, characters: sourceText(child).replace(/\s/gu, "").length });
        defaultTreeAdapter.detachNode(child);
      } else prune(child);
    }
  };
  prune(page);
  return hidden;
}

/** How much of the hidden text stood within an element. */
export function hiddenWithin(root: PageElement, hidden: readonly HiddenText[]): number {
  const inside = new Set<PageElement>([root, ...descendants(root)]);
  return hidden.reduce((sum, { parent, characters }) => sum + (inside.has(parent) ? characters : 0), 0);
}
