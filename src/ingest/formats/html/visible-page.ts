import { defaultTreeAdapter } from "parse5";
import { holdsNoText, isHidden } from "./hidden.ts";
import { isElement, type PageElement, sourceText } from "./page-tree.ts";
import { hidingRules } from "./style-sheet.ts";

/** Takes out of a page's tree what its readers do not see. Tells how many characters of text that was. */
export function keepVisible(page: PageElement): number {
  const byRule = hidingRules(page);
  let hidden = 0;
  const prune = (element: PageElement): void => {
    for (const child of [...element.childNodes]) {
      if (!isElement(child)) continue;
      if (holdsNoText(child)) defaultTreeAdapter.detachNode(child);
      else if (isHidden(child, byRule)) {
        hidden += sourceText(child).replace(/\s/gu, "").length;
        defaultTreeAdapter.detachNode(child);
      } else prune(child);
    }
  };
  prune(page);
  return hidden;
}
