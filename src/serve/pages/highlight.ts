import { html } from "hono/html";
import type { Span } from "#domain/span.ts";
import type { Html } from "./layout.ts";

/** Prints spans of a text with the cited part marked; the first mark is where `#cite` leads. */
export class Highlight {
  readonly #text: string;
  readonly #cited: Span | null;
  #marked = false;

  constructor(text: string, cited: Span | null) {
    this.#text = text;
    this.#cited = cited;
  }

  print(span: Span): Html {
    const cited = this.#cited;
    if (cited === null || cited.end <= span.start || span.end <= cited.start)
      return html`${this.#slice(span)}`;
    const start = Math.max(span.start, cited.start);
    const end = Math.min(span.end, cited.end);
    const words = this.#slice({ start, end });
    const mark = this.#marked
      ? html`<mark>${words}</mark>`
      : html`<mark id="cite" tabindex="-1">${words}</mark>`;
    this.#marked = true;
    return html`${this.#slice({ start: span.start, end: start })}${mark}${this.#slice({ start: end, end: span.end })}`;
  }

  /** Words that stand for `span` without being its slice, marked as one when any of it is cited. */
  printAs(words: string, span: Span | null): Html {
    const isCited = this.#cited !== null && span !== null && overlap(this.#cited, span);
    return isCited ? this.#mark(words) : html`${words}`;
  }

  #mark(words: string): Html {
    const mark = this.#marked
      ? html`<mark>${words}</mark>`
      : html`<mark id="cite" tabindex="-1">${words}</mark>`;
    this.#marked = true;
    return mark;
  }

  #slice({ start, end }: Span): string {
    return this.#text.slice(start, end);
  }
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
