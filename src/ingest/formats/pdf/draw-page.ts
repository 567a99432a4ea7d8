import type { PDFPageProxy } from "pdfjs-dist";
import type { Drawing } from "./open-document.ts";
import { at, matrixOf, numberAt, numbers, property, shownOf, textAt } from "./operator-arguments.ts";
import { type Box, type DrawnGlyph, type DrawnPage, type Matrix, multiply, type Rule } from "./page-marks.ts";
import { isWhite, SeenText } from "./seen-text.ts";
import { straightRules } from "./straight-rules.ts";
import { type FontFacts, initialTextState, invisible, Pen, type TextState } from "./text-state.ts";

/** What a page draws, and how many characters of it nobody who looks at the page sees. */
export interface Drawn {
  readonly page: DrawnPage;
  readonly hidden: number;
}

/** Characters that a page may draw: of the smallest print a sheet of A3 holds forty thousand. */
const MOST_CHARACTERS = 50_000;

interface State {
  readonly matrix: Matrix;
  /** Colour of letters and filled shapes, `#rrggbb`; empty for a pattern. */
  readonly fill: string;
  readonly text: TextState;
  readonly pen: number;
}

/**
 * Follows the drawing operators of a page (ISO 32000-1, 8 and 9) and tells what is drawn where. The place of every single
 * character is needed, since a run of text may go over a column of a table.
 * @throws RangeError for a page that draws more characters than a sheet can hold
 */
export async function drawPage(page: PDFPageProxy, drawing: Drawing): Promise<Drawn> {
  const view = page.getViewport({ scale: 1 });
  const base = matrixOf(view.transform) ?? [1, 0, 0, 1, 0, 0];
  const list = await page.getOperatorList();
  const artist = new Artist(page, drawing, { base, seen: new SeenText(view) });
  for (const [index, operator] of list.fnArray.entries()) artist.follow(operator, list.argsArray[index]);
  const { glyphs, rules, pictures, hidden } = artist;
  const { width, height } = view;
  return { page: { page: page.pageNumber, width, height, glyphs, rules, pictures }, hidden };
}

class Artist {
  readonly glyphs: DrawnGlyph[] = [];
  readonly rules: Rule[] = [];
  readonly pictures: Box[] = [];
  hidden = 0;
  #drawn = 0;
  readonly #seen: SeenText;
  readonly #pen = new Pen();
  readonly #page: PDFPageProxy;
  readonly #ops: Drawing["OPS"];
  #state: State;
  readonly #kept: State[] = [];

  constructor(page: PDFPageProxy, { OPS }: Drawing, { base, seen }: { base: Matrix; seen: SeenText }) {
    this.#page = page;
    this.#ops = OPS;
    this.#seen = seen;
    this.#state = { matrix: base, fill: "#000000", text: initialTextState, pen: 1 };
  }

  follow(operator: number, args: unknown): void {
    if (this.#followText(operator, args)) return;
    const ops = this.#ops;
    if (operator === ops.save) this.#kept.push(this.#state);
    else if (operator === ops.restore) this.#state = this.#kept.pop() ?? this.#state;
    else if (operator === ops.transform) this.#transform(matrixOf(args));
    else if (operator === ops.paintFormXObjectBegin) {
      this.#kept.push(this.#state);
      this.#transform(matrixOf(at(args, 0)));
    } else if (operator === ops.paintFormXObjectEnd) this.#state = this.#kept.pop() ?? this.#state;
    else if (operator === ops.setLineWidth) this.#state = { ...this.#state, pen: numberAt(args, 0) };
    else if (operator === ops.setFillRGBColor) this.#state = { ...this.#state, fill: textAt(args, 0) };
    else if (operator === ops.setFillColorN) this.#state = { ...this.#state, fill: "" };
    else if (operator === ops.setGState) this.#settings(at(args, 0));
    else if (operator === ops.constructPath) this.#path(args);
    else if (operator === ops.paintImageXObject || operator === ops.paintInlineImageXObject) this.#picture();
    else if (operator === ops.paintImageMaskXObject || operator === ops.paintImageXObjectRepeat)
      this.#picture();
  }

  #followText(operator: number, args: unknown): boolean {
    const ops = this.#ops;
    const { text } = this.#state;
    if (operator === ops.beginText) this.#pen.begin();
    else if (operator === ops.setTextMatrix) {
      const matrix = matrixOf(at(args, 0)) ?? matrixOf(args);
      if (matrix !== undefined) this.#pen.setMatrix(matrix);
    } else if (operator === ops.moveText) this.#pen.move(numberAt(args, 0), numberAt(args, 1));
    else if (operator === ops.setLeadingMoveText) {
      this.#set({ leading: -numberAt(args, 1) });
      this.#pen.move(numberAt(args, 0), numberAt(args, 1));
    } else if (operator === ops.nextLine) this.#pen.move(0, -text.leading);
    else if (operator === ops.setLeading) this.#set({ leading: numberAt(args, 0) });
    else if (operator === ops.setCharSpacing) this.#set({ charSpacing: numberAt(args, 0) });
    else if (operator === ops.setWordSpacing) this.#set({ wordSpacing: numberAt(args, 0) });
    else if (operator === ops.setHScale) this.#set({ scale: numberAt(args, 0) / 100 });
    else if (operator === ops.setTextRise) this.#set({ rise: numberAt(args, 0) });
    else if (operator === ops.setTextRenderingMode) this.#set({ mode: numberAt(args, 0) });
    else if (operator === ops.setFont) this.#font(textAt(args, 0), numberAt(args, 1));
    else if (operator === ops.showText) this.#show(at(args, 0));
    else return false;
    return true;
  }

  #show(shown: unknown): void {
    const { text, matrix, fill } = this.#state;
    const drawn = this.#pen.show(shownOf(shown), text, matrix);
    this.#drawn += drawn.length;
    if (this.#drawn > MOST_CHARACTERS)
      throw new RangeError(`page ${this.#page.pageNumber} draws more than ${MOST_CHARACTERS} characters`);
    if (invisible(text)) return;
    for (const glyph of drawn) {
      if (this.#seen.isSeen(glyph, fill)) this.glyphs.push(glyph);
      else if (glyph.text.trim() !== "") this.hidden += 1;
    }
  }

  #set(change: Partial<TextState>): void {
    this.#state = { ...this.#state, text: { ...this.#state.text, ...change } };
  }

  #font(id: string, size: number): void {
    this.#set({ size, font: this.#fontFacts(id) });
  }

  #fontFacts(id: string): FontFacts {
    const objects = id.startsWith("g_") ? this.#page.commonObjs : this.#page.objs;
    const font: unknown = objects.has(id) ? objects.get(id) : undefined;
    const name = property(font, "name");
    const bold = property(font, "bold") === true || property(font, "black") === true;
    const unit = numberAt(property(font, "fontMatrix"), 0);
    return {
      name: typeof name === "string" ? name : "",
      bold: bold || (typeof name === "string" && /bold|heavy|black/i.test(name)),
      unit: unit === 0 ? 0.001 : unit,
      vertical: property(font, "vertical") === true,
    };
  }

  #settings(settings: unknown): void {
    for (const pair of Array.isArray(settings) ? settings : []) {
      const value = at(pair, 1);
      if (at(pair, 0) === "LW") this.#state = { ...this.#state, pen: numberAt([value], 0) };
      if (at(pair, 0) === "Font") this.#font(textAt(value, 0), numberAt(value, 1));
    }
  }

  #transform(matrix: Matrix | undefined): void {
    if (matrix !== undefined) this.#state = { ...this.#state, matrix: multiply(this.#state.matrix, matrix) };
  }

  #path(args: unknown): void {
    const ops = this.#ops;
    const operator = numberAt(args, 0);
    const both = [ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke];
    const stroked = [ops.stroke, ops.closeStroke, ...both].includes(operator);
    const filled = [ops.fill, ops.eoFill, ...both].includes(operator);
    if (!stroked && !filled) return;
    const { matrix, pen, fill } = this.#state;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbers(at(args, 2));
    if (filled && !isWhite(fill)) this.#seen.paint({ x0, y0, x1, y1 }, matrix);
    const [a, b, c, d] = matrix;
    const steps = numbers(at(at(args, 1), 0));
    this.rules.push(
      ...straightRules({ steps, matrix, stroked, filled, pen: pen * Math.sqrt(Math.abs(a * d - b * c)) }),
    );
  }

  /** A picture fills the unit square of its matrix. */
  #picture(): void {
    const { matrix } = this.#state;
    this.pictures.push(this.#seen.paint({ x0: 0, y0: 0, x1: 1, y1: 1 }, matrix));
  }
}
