import type { Span } from "#domain/span.ts";
import { MARK, SUPERSCRIPTS } from "./footnote-marks.ts";
import { GAP } from "./numeral.ts";
import { mathsAt } from "./plain-maths.ts";
import type { Mark } from "./quantity.ts";

/** A text as figures are read from it, with the way back to what is printed. */
export interface PlainView {
  /** Half-width digits, no footnote marks, no formula or emphasis signs; every kind of space is one space. */
  readonly text: string;
  /** Where `[start, end)` of `text` stands in the original. */
  spanOf(start: number, end: number): Span;
  /** What of `text` stands before an offset in the original, and what from it on. */
  before(offset: number): string;
  from(offset: number): string;
  readonly marks: readonly Mark[];
}

export interface ViewOptions {
  /** `dropped`: only a space between two digits that may be two figures stays. */
  readonly spaces?: "kept" | "dropped";
  /** A cell may be nothing but `[12]`, and then the bracket is no mark. */
  readonly cell?: boolean;
}

const WIDE = /[０-９％＋．﹪]/u;
const SPACE = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u;
/** Small and half-width forms of the marks that part clauses: ﹔ for ；. */
const CLAUSE_MARKS: Readonly<Record<string, string>> = {
  "﹔": "；",
  "﹐": "，",
  "﹑": "、",
  "﹕": "：",
  "､": "、",
  "｡": "。",
};

function plainForm(character: string): string {
  if (character === "﹪") return "%";
  if (WIDE.test(character)) return String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0);
  return CLAUSE_MARKS[character] ?? character;
}

/** How far around a stretch the way its figures are printed is looked at. */
const NEAR = 300;

/** True where some figure has three digits or more, and no two digits stand side by side. */
function isSpread(around: string): boolean {
  return /\d \d (?:\d|\. \d)/.test(around) && !/\d\d/.test(around);
}

/** The plain view of `text`, or of `span` in it. Offsets lead back to `text`. */
export function plainView(text: string, span?: Span, options: ViewOptions = {}): PlainView {
  const writer = new ViewWriter(text, span ?? { start: 0, end: text.length }, options);
  return writer.write();
}

class ViewWriter {
  readonly #text: string;
  readonly #span: Span;
  readonly #options: ViewOptions;
  readonly #map: number[] = [];
  readonly #marks: Mark[] = [];
  /** True where every figure around is printed digit by digit: 2 0 0 5年, 4 8%. */
  readonly #spread: boolean;
  #plain = "";
  /** What was taken out between the last character and the next. */
  #gap: "mark" | "space" | null = null;
  /** Where the last group of thousands that was joined ends. */
  #grouped = -1;

  constructor(text: string, span: Span, options: ViewOptions) {
    this.#text = text;
    this.#span = span;
    this.#options = options;
    this.#spread = isSpread(text.slice(Math.max(0, span.start - NEAR), span.end + NEAR));
  }

  write(): PlainView {
    for (let at = this.#span.start; at < this.#span.end; ) at = this.#step(at);
    const { end } = this.#span;
    const map = this.#map;
    const plain = this.#plain;
    const indexOf = (offset: number): number => {
      const found = map.findIndex((at) => at >= offset);
      return found < 0 ? plain.length : found;
    };
    return {
      text: plain,
      marks: this.#marks,
      before: (offset) => plain.slice(0, indexOf(offset)),
      from: (offset) => plain.slice(indexOf(offset)),
      spanOf: (from, to) => {
        const first = map[from] ?? end;
        const last = map[to - 1];
        return { start: first, end: last === undefined || to <= from ? first : last + 1 };
      },
    };
  }

  /** Writes what stands at `at`; gives the offset behind it. */
  #step(at: number): number {
    const character = this.#text.charAt(at);
    const maths = mathsAt(this.#text, at);
    if (maths !== null && maths.end <= this.#span.end) {
      for (const piece of maths.pieces) this.#put(piece.text, piece.at);
      return maths.end;
    }
    if (this.#text.startsWith("**", at)) return at + 2;
    const marked = this.#markEnd(at, character);
    if (marked !== null) return marked;
    if (character === "\\" && /[*#_%$]/.test(this.#text.charAt(at + 1))) return at + 1;
    if (SPACE.test(character) || character === "\n" || character === "\r") {
      this.#space(character === "\n" ? "\n" : " ", at);
      return at + 1;
    }
    this.#put(plainForm(character), at);
    return at + 1;
  }

  /** The end of a footnote mark at `at`, or null; m² keeps its ², and 10⁴ becomes 10^4, which no figure is read from. */
  #markEnd(at: number, character: string): number | null {
    if (SUPERSCRIPTS.includes(character)) return this.#superscriptEnd(at);
    if (!/[①-⑳㉑-㊿*＊★☆※[〔【（(<]/u.test(character)) return null;
    MARK.lastIndex = at;
    const mark = MARK.exec(this.#text)?.[0];
    if (mark === undefined || at + mark.length > this.#span.end) return null;
    if (this.#options.cell === true && this.#plain.trim() === "" && /[[〔【（(]/.test(character)) return null;
    const raised = /^<sup>(?<digits>\d{1,2})<\/sup>$/.exec(mark)?.groups?.["digits"];
    if (raised !== undefined && this.#isPower()) {
      this.#put("^", at);
      return at + mark.length;
    }
    if (raised !== undefined && this.#isUnit()) {
      this.#put(SUPERSCRIPTS.charAt(Number(raised)), at);
      return at + mark.length;
    }
    return this.#mark(at, at + mark.length);
  }

  #superscriptEnd(at: number): number {
    let end = at;
    while (end < this.#span.end && SUPERSCRIPTS.includes(this.#text.charAt(end))) end++;
    if (this.#isPower()) this.#put("^", at);
    else if (this.#isUnit()) for (let i = at; i < end; i++) this.#put(this.#text.charAt(i), i);
    else this.#mark(at, end);
    return end;
  }

  #isPower = (): boolean => /(?<![\d.])10$/.test(this.#plain);
  #isUnit = (): boolean => /[A-Za-zμ]$/.test(this.#plain);

  #mark(start: number, end: number): number {
    this.#marks.push({ start, end, raw: this.#text.slice(start, end) });
    this.#gap = "mark";
    return end;
  }

  #space(space: string, at: number): void {
    if (this.#spread && /[\d.]$/.test(this.#plain) && /[\d.]/.test(this.#text.charAt(at + 1))) return;
    if (this.#options.spaces === "dropped") {
      this.#gap ??= "space";
      return;
    }
    this.#plain += space;
    this.#map.push(at);
    this.#gap = null;
  }

  /** True for the thousands of `1 402`, and for those behind them: `2 100 000`. */
  #goesOn(at: number): boolean {
    const next = this.#text.slice(at, at + 4).normalize("NFKC");
    const begun = /(?<![\d.])[1-9]\d{0,2}$/.test(this.#plain) || this.#grouped === this.#plain.length;
    return this.#gap === "space" && /^\d{3}(?!\d)/.test(next) && begun;
  }

  #put(text: string, at: number): void {
    // 41.2[4]5 and `45 41.6` without their gap would be another figure.
    if (this.#gap !== null && /\d/.test(text) && /\d$/.test(this.#plain)) {
      if (this.#goesOn(at)) this.#grouped = this.#plain.length + 3;
      else {
        this.#plain += this.#gap === "mark" ? GAP : " ";
        this.#map.push(at - 1);
      }
    }
    this.#gap = null;
    this.#plain += text;
    for (let i = 0; i < text.length; i++) this.#map.push(at);
  }
}
