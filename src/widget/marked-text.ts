import type { Citation } from "#protocol/chat.ts";
import { element } from "./dom.ts";
import { plainText } from "./plain-text.ts";
import { fill, type Words } from "./words.ts";

const MARKER = /\[(\d{1,4})\]/;

/** What a citation marker does when it is pressed. */
export type OpenCitation = (citation: Citation, marker: HTMLButtonElement) => void;

/** Puts text with markers such as `[1]` into an element: each known marker becomes a button, all else stays text. */
export type FillText = (target: HTMLElement, text: string) => void;

export function textFiller(citations: readonly Citation[], words: Words, open: OpenCitation): FillText {
  const known = new Map(citations.map((citation) => [String(citation.marker), citation]));
  const nodeOf = (part: string, at: number): Node | string => {
    if (at % 2 === 0) return plainText(part);
    const citation = known.get(part);
    return citation === undefined ? `[${part}]` : markerButton(citation, words, open);
  };
  return (target, text) => target.append(...text.split(MARKER).map(nodeOf));
}

function markerButton(citation: Citation, words: Words, open: OpenCitation): HTMLButtonElement {
  const name = fill(words.citation, { marker: String(citation.marker), title: plainText(citation.title) });
  const button = element("button", {
    type: "button",
    class: "marker",
    "aria-expanded": "false",
    "aria-label": name,
  });
  button.append(`[${citation.marker}]`);
  button.addEventListener("click", () => open(citation, button));
  return button;
}
