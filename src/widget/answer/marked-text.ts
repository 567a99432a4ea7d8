import type { Citation } from "#protocol/chat.ts";
import { element } from "#widget/dom.ts";
import { fill, type Words } from "#widget/words.ts";
import { plainText } from "./plain-text.ts";

const MARKER = /\[(\d{1,4})\]/;
/** Marks that no line begins with. */
const CLOSING = /^[，。；：、！？）》”]+/u;

/** What happens at a citation marker. */
interface MarkerActions {
  /** It is pressed. */
  readonly open: (citation: Citation, marker: HTMLButtonElement) => void;
  /** It has been made. */
  readonly made: (marker: HTMLButtonElement, citation: Citation) => void;
}

/** Puts text with markers such as `[1]` into an element: each known marker becomes a button, all else stays text. */
export type FillText = (target: HTMLElement, text: string) => void;

export function textFiller(citations: readonly Citation[], words: Words, actions: MarkerActions): FillText {
  const known = new Map(citations.map((citation) => [String(citation.marker), citation]));
  const nodeOf = (part: string, at: number, parts: readonly string[]): Node | string => {
    if (at % 2 === 0) return plainText(at === 0 ? part : part.replace(CLOSING, ""));
    const citation = known.get(part);
    const marker = citation === undefined ? `[${part}]` : markerButton(citation, words, actions);
    const closing = CLOSING.exec(parts[at + 1] ?? "")?.[0];
    return closing === undefined ? marker : joined(marker, closing);
  };
  return (target, text) => target.append(...text.split(MARKER).map(nodeOf));
}

/** A marker with the mark after it on one line. */
function joined(marker: Node | string, closing: string): HTMLElement {
  const span = document.createElement("span");
  span.className = "joined";
  span.append(marker, closing);
  return span;
}

function markerButton(citation: Citation, words: Words, { open, made }: MarkerActions): HTMLButtonElement {
  const name = fill(words.citation, { marker: String(citation.marker), title: plainText(citation.title) });
  const button = element("button", {
    type: "button",
    class: "marker",
    "aria-expanded": "false",
    "aria-label": name,
  });
  button.append(`[${citation.marker}]`);
  button.addEventListener("click", () => open(citation, button));
  made(button, citation);
  return button;
}
