import { isAround } from "./page-around.ts";
import { isElement, isText, type PageElement } from "./page-tree.ts";

/** How much of what reports are made of stands below an element; links and the page's own furniture count for nothing. */
export interface Weight {
  /** Characters outside links. */
  readonly characters: number;
  /** Stops and commas: prose has many, menus and footers few. */
  readonly stops: number;
  /** Ends of sentences. */
  readonly sentences: number;
  /** Cells of tables that hold a figure. */
  readonly figures: number;
}

export const NOTHING: Weight = { characters: 0, stops: 0, sentences: 0, figures: 0 };

export function plus(one: Weight, other: Weight): Weight {
  return {
    characters: one.characters + other.characters,
    stops: one.stops + other.stops,
    sentences: one.sentences + other.sentences,
    figures: one.figures + other.figures,
  };
}

/** One number to compare elements by: prose and table figures outweigh labels. */
export function heft({ characters, stops, figures }: Weight): number {
  return characters * 0.2 + stops * 12 + figures * 6;
}

/** The weight of every element of a page, those around the text (nav, footer) and all below them left out. */
export function weigh(page: PageElement): Map<PageElement, Weight> {
  const weights = new Map<PageElement, Weight>();
  const visit = (element: PageElement): Weight => {
    let sum = NOTHING;
    for (const child of element.childNodes) {
      if (isText(child)) sum = plus(sum, ofText(child.value));
      else if (isElement(child) && child.tagName !== "a" && !isAround(child)) sum = plus(sum, visit(child));
    }
    if (element.tagName === "td" && sum.characters > 0 && sum.characters < 30 && hasFigure(element))
      sum = { ...sum, figures: sum.figures + 1 };
    weights.set(element, sum);
    return sum;
  };
  visit(page);
  return weights;
}

function ofText(text: string): Weight {
  return {
    characters: text.replace(/\s/gu, "").length,
    stops: text.match(/[，。；、！？]/gu)?.length ?? 0,
    sentences: text.match(/[。；！？]/gu)?.length ?? 0,
    figures: 0,
  };
}

function hasFigure(element: PageElement): boolean {
  return element.childNodes.some((child) =>
    isText(child) ? /\d/u.test(child.value) : isElement(child) && hasFigure(child),
  );
}
