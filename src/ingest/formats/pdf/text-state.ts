import { type DrawnGlyph, type Matrix, multiply, place } from "./page-marks.ts";

/** What the library tells of a font: widths come in thousandths, or in units of the font's own matrix. */
export interface FontFacts {
  readonly name: string;
  readonly bold: boolean;
  readonly unit: number;
  readonly vertical: boolean;
}

/** One shown character, as the library hands it over, or a correction of the pen in thousandths of the font size. */
export type Shown =
  | number
  | {
      readonly text: string;
      readonly width: number;
      readonly space: boolean;
      readonly advance: number | null;
    };

/**
 * The text part of the graphics state (ISO 32000-1, 9.3): the pen moves along a line with each character; a matrix per text
 * object says how the line lies on the page.
 */
export interface TextState {
  readonly font: FontFacts;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
}

export const initialTextState: TextState = {
  font: { name: "", bold: false, unit: 0.001, vertical: false },
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
};

/** Invisible text (mode 3) is what a recognition programme laid under a picture, not what is printed. */
export const invisible = (state: TextState) => state.mode === 3 || state.mode === 7;

export class Pen {
  #matrix: Matrix = [1, 0, 0, 1, 0, 0];
  #lineX = 0;
  #lineY = 0;
  #x = 0;
  #y = 0;
  #stroke = 0;

  begin(): void {
    this.setMatrix([1, 0, 0, 1, 0, 0]);
  }

  setMatrix(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#lineX = 0;
    this.#lineY = 0;
    this.#x = 0;
    this.#y = 0;
  }

  /** To the start of another line. */
  move(x: number, y: number): void {
    this.#lineX += x;
    this.#lineY += y;
    this.#x = this.#lineX;
    this.#y = this.#lineY;
  }

  /** Draws characters and moves on behind them. `page` carries user space to the page as shown. */
  show(shown: readonly Shown[], state: TextState, page: Matrix): DrawnGlyph[] {
    const whole = multiply(page, this.#matrix);
    const [, , c, d] = whole;
    const size = Math.abs(state.size) * Math.hypot(c, d);
    const bold = state.font.bold || state.mode === 2;
    this.#stroke += 1;
    const drawn: DrawnGlyph[] = [];
    for (const each of shown) {
      if (typeof each === "number") {
        this.#advance((-each * state.size) / 1000, state);
        continue;
      }
      const width = each.width * state.size * state.font.unit;
      const spacing = state.charSpacing + (each.space ? state.wordSpacing : 0);
      const [x, y] = state.font.vertical
        ? [this.#x - width / 2, this.#y - 0.88 * state.size]
        : [this.#x, this.#y + state.rise];
      const start = place(whole, x, y);
      const end = place(whole, x + width * state.scale, y);
      drawn.push({ text: each.text, start, end, size, font: state.font.name, bold, stroke: this.#stroke });
      const along = state.font.vertical ? (each.advance ?? -1000) * state.size * state.font.unit : width;
      this.#advance(along + spacing, state);
    }
    return drawn;
  }

  #advance(along: number, state: TextState): void {
    if (state.font.vertical) this.#y += along;
    else this.#x += along * state.scale;
  }
}
