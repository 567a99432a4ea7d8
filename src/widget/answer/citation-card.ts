import type { Citation } from "#protocol/chat.ts";
import { element } from "#widget/dom.ts";
import type { Options } from "#widget/options.ts";
import { dataTable } from "./data-table.ts";
import { plainText } from "./plain-text.ts";
import { placeInOriginal, reportDate, reportLinks, sourceLink } from "./source-links.ts";

/** The one open citation card of an answer: under the block of its marker, closed by Escape, focus back on the marker. */
export class CitationShelf {
  readonly #options: Options;
  readonly #opened: (citation: Citation) => void;
  #open: { readonly marker: HTMLButtonElement; readonly card: HTMLElement } | null = null;

  constructor(options: Options, opened: (citation: Citation) => void) {
    this.#options = options;
    this.#opened = opened;
  }

  readonly toggle = (citation: Citation, marker: HTMLButtonElement): void => {
    const wasOpen = this.#open?.marker === marker;
    this.close();
    if (wasOpen) return;
    const card = this.#cardOf(citation);
    marker.closest(".block")?.append(card);
    marker.setAttribute("aria-expanded", "true");
    this.#open = { marker, card };
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
    this.#opened(citation);
  };

  /** True when there was a card to close. */
  close(): boolean {
    if (this.#open === null) return false;
    const { marker, card } = this.#open;
    this.#open = null;
    marker.setAttribute("aria-expanded", "false");
    marker.focus({ preventScroll: true });
    card.remove();
    return true;
  }

  #cardOf(citation: Citation): HTMLElement {
    const { words } = this.#options;
    const title = `[${citation.marker}] ${plainText(citation.title)}`;
    return element(
      "section",
      { class: "card", tabindex: "-1", "aria-label": title },
      element("p", { class: "card-title" }, title),
      ...[
        citation.section.map(plainText).join(" › "),
        [reportDate(citation, words), placeInOriginal(citation, words)].filter(Boolean).join(words.comma),
      ]
        .filter(Boolean)
        .map((line) => element("p", { class: "card-path" }, line)),
      quoted(citation),
      element(
        "div",
        { class: "card-actions" },
        sourceLink(citation, this.#options, words.openSource),
        ...reportLinks(citation, this.#options),
        element(
          "button",
          { type: "button", class: "quiet", onclick: () => void this.close() },
          words.closeCard,
        ),
      ),
    );
  }
}

/** The exact words, or the quoted rows of a table under its column heads. */
function quoted({ quote, table, title }: Citation): HTMLElement {
  if (table === undefined || table.rows.length === 0) return element("blockquote", {}, plainText(quote));
  return dataTable({ caption: title, columns: table.columns, rows: table.rows });
}
