import { heft, NOTHING, plus, type Weight, weigh } from "./content-weight.ts";
import { isAround, isNamedAround, isSurelyNamedAround, readsAsFooter } from "./page-around.ts";
import { attribute, descendants, elementsOf, isText, type PageElement, sourceText } from "./page-tree.ts";

export interface MainContent {
  readonly root: PageElement;
  /** Whether a part of the content is furniture of the page after all. */
  readonly isFurniture: (element: PageElement) => boolean;
}

const MARKS = /(?:^|\s)(?:trs_u?editor|view trs_|ucap-content)/iu;
const MOST_OF_IT = 0.6;
/** How much of the page may stand in a part around the text, where its kind or its name makes that sure, and where not. */
const LARGE = { share: 0.25, sentences: 8 };
const SMALL = { share: 0.1, sentences: 3 };

/**
 * The element that holds a page's text: the one that content systems mark as it where it holds most of the page's prose, else
 * the deepest one outside of which stand neither sentences nor figures.
 */
export function mainContent(page: PageElement): MainContent {
  const weights = weigh(page);
  const weightOf = (element: PageElement) => weights.get(element) ?? NOTHING;
  const root = marked(page, weightOf) ?? deepest(page, weightOf);
  const whole = heft(weightOf(root));
  const isFurniture = (element: PageElement) => {
    if (!isAround(element) && !isNamedAround(element)) return false;
    const weight = isAround(element) ? weighed(element) : weightOf(element);
    const most = isAround(element) || isSurelyNamedAround(element) ? LARGE : SMALL;
    return heft(weight) < whole * most.share && weight.sentences <= most.sentences;
  };
  return { root, isFurniture };
}

function weighed(element: PageElement): Weight {
  return weigh(element).get(element) ?? NOTHING;
}

function marked(page: PageElement, weightOf: (element: PageElement) => Weight): PageElement | null {
  const enough = heft(weightOf(page)) * MOST_OF_IT;
  let found: PageElement | null = null;
  for (const element of descendants(page))
    if (isMarked(element) && heft(weightOf(element)) > enough) found = element;
  return found;
}

function isMarked(element: PageElement): boolean {
  return (
    element.tagName === "ucapcontent" ||
    /^ucap-content$/iu.test(attribute(element, "id")) ||
    attribute(element, "itemprop") === "articleBody" ||
    MARKS.test(attribute(element, "class"))
  );
}

function deepest(page: PageElement, weightOf: (element: PageElement) => Weight): PageElement {
  let root = page;
  for (;;) {
    const inner = heaviest(root, weightOf);
    if (inner === null || !onlyFurnitureOutside(root, inner, weightOf)) return root;
    root = inner;
  }
}

function heaviest(root: PageElement, weightOf: (element: PageElement) => Weight): PageElement | null {
  let best: PageElement | null = null;
  for (const child of elementsOf(root))
    if (best === null || heft(weightOf(child)) > heft(weightOf(best))) best = child;
  return best !== null && /^(?:t|p$|h\d|ul$|ol$|dl$)/u.test(best.tagName) ? null : best;
}

function onlyFurnitureOutside(
  root: PageElement,
  inner: PageElement,
  weightOf: (element: PageElement) => Weight,
): boolean {
  const whole = heft(weightOf(root));
  let outside = NOTHING;
  for (const child of root.childNodes) {
    if (child === inner) continue;
    if (isText(child)) {
      if (/[。；！？]/u.test(child.value)) return false;
    } else if ("tagName" in child) {
      const weight = weightOf(child);
      const light = heft(weight) < whole * 0.15;
      const furniture = isAround(child) || isNamedAround(child) || readsAsFooter(sourceText(child));
      if (!(light && furniture)) outside = plus(outside, weight);
    }
  }
  return outside.sentences === 0 && outside.figures < 4 && heft(outside) < whole * 0.1;
}
