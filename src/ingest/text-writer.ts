import type { Span } from "#domain/span.ts";

export interface WrittenLine extends Span {
  readonly from: number;
}

/** Builds the normalised text line by line and says where each line went. */
export class TextWriter {
  #text = "";
  readonly #lines: WrittenLine[] = [];

  /** Appends one line; its span leaves out the line break. `from` is the line of the file it comes from. */
  line(text: string, from: number): Span {
    if (this.#text !== "") this.#text += "\n";
    const start = this.#text.length;
    this.#text += text;
    this.#lines.push({ start, end: this.#text.length, from });
    return { start, end: this.#text.length };
  }

  /** Every line written, in order. */
  get lines(): readonly WrittenLine[] {
    return this.#lines;
  }

  get text(): string {
    return this.#text;
  }
}
