import type { Span } from "#domain/span.ts";

/** Builds the normalised text line by line and says where each line went. */
export class TextWriter {
  #text = "";

  /** Appends one line; its span leaves out the line break. */
  line(text: string): Span {
    if (this.#text !== "") this.#text += "\n";
    const start = this.#text.length;
    this.#text += text;
    return { start, end: this.#text.length };
  }

  get text(): string {
    return this.#text;
  }
}
