import type { XmlElement } from "#ingest/formats/package/parse-xml.ts";
import { childNamed, elementsOf } from "#ingest/formats/package/xml-query.ts";
import {
  type Box,
  type DrawnGlyph,
  type DrawnPage,
  type Matrix,
  multiply,
  place,
  type Rule,
} from "#ingest/formats/pdf/page-marks.ts";
import { straightRules } from "#ingest/formats/pdf/straight-rules.ts";
import { numbersOf, type OfdPage } from "./ofd-package.ts";
import { pathSteps } from "./path-steps.ts";
import { textGlyphs } from "./text-glyphs.ts";

const POINTS_PER_MILLIMETRE = 72 / 25.4;
/** Width of a line that tells none (8.2: LineWidth). */
const THIN = 0.353;

/** What an OFD page draws, its templates under it, in points from the top left as pages of a PDF: characters, rules, pictures. */
export function drawOfdPage({ content, templates, size }: OfdPage, page: number): DrawnPage {
  const [width, height] = size.map((side) => side * POINTS_PER_MILLIMETRE);
  const drawing: Drawing = { glyphs: [], rules: [], pictures: [], strokes: 0 };
  const base: Matrix = [POINTS_PER_MILLIMETRE, 0, 0, POINTS_PER_MILLIMETRE, 0, 0];
  for (const part of [...templates, content]) {
    const body = childNamed(part, "Content");
    if (body !== undefined) drawObjects(body, base, drawing);
  }
  const { glyphs, rules, pictures } = drawing;
  return { page, width: width ?? 0, height: height ?? 0, glyphs, rules, pictures };
}

interface Drawing {
  readonly glyphs: DrawnGlyph[];
  readonly rules: Rule[];
  readonly pictures: Box[];
  strokes: number;
}

function drawObjects(parent: XmlElement, around: Matrix, drawing: Drawing): void {
  for (const object of elementsOf(parent)) {
    if (object.attributes["Visible"] === "false") continue;
    const matrix = objectMatrix(object, around);
    if (object.name === "Layer" || object.name === "PageBlock") drawObjects(object, around, drawing);
    else if (object.name === "TextObject") {
      drawing.strokes += 1;
      for (const glyph of textGlyphs(object, matrix, drawing.strokes)) drawing.glyphs.push(glyph);
    } else if (object.name === "PathObject") drawing.rules.push(...rulesOf(object, matrix));
    else if (object.name === "ImageObject") drawing.pictures.push(pictureBox(object, around));
  }
}

/** From an object's own millimetres to points of the page: its transform first, then the corner of its boundary (8.1). */
function objectMatrix({ attributes }: XmlElement, around: Matrix): Matrix {
  const [x = 0, y = 0] = numbersOf(attributes["Boundary"]);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(attributes["CTM"]);
  return multiply(around, multiply([1, 0, 0, 1, x, y], [a, b, c, d, e, f]));
}

function rulesOf(object: XmlElement, matrix: Matrix): Rule[] {
  const { attributes } = object;
  const steps = pathSteps(elementsOf(object).find(({ name }) => name === "AbbreviatedData"));
  const pen = Number(attributes["LineWidth"] ?? THIN) * POINTS_PER_MILLIMETRE;
  const stroked = attributes["Stroke"] !== "false";
  return straightRules({ steps, matrix, stroked, filled: attributes["Fill"] === "true", pen });
}

function pictureBox({ attributes }: XmlElement, around: Matrix): Box {
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(attributes["Boundary"]);
  const [x0, y0] = place(around, x, y);
  const [x1, y1] = place(around, x + width, y + height);
  return { x0, y0, x1, y1 };
}
