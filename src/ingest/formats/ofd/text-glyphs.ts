import type { XmlElement } from "#ingest/formats/package/parse-xml.ts";
import { childrenNamed, textOf } from "#ingest/formats/package/xml-query.ts";
import { type DrawnGlyph, type Matrix, place } from "#ingest/formats/pdf/page-marks.ts";
import { printedText } from "#ingest/formats/pdf/printed-text.ts";

const MOST_DELTAS = 100_000;
const NARROW = /[\u0020-\u02ff\u2010-\u2027]/u;

/** The characters of a text object (11.3), each where it is placed: TextCode gives the first's place and the steps between. */
export function textGlyphs(object: XmlElement, matrix: Matrix, stroke: number): DrawnGlyph[] {
  const { attributes } = object;
  const size = Number(attributes["Size"] ?? 0) || 3.175;
  const wide = Number(attributes["HScale"] ?? 1) || 1;
  const down = (Number(attributes["ReadDirection"] ?? 0) || 0) % 180 !== 0;
  const form = { size, wide, down, matrix };
  const glyphs: DrawnGlyph[] = [];
  let from = { x: 0, y: 0 };
  for (const code of childrenNamed(object, "TextCode")) {
    const x = Number(code.attributes["X"] ?? from.x) || 0;
    const y = Number(code.attributes["Y"] ?? from.y) || 0;
    const across = deltasOf(code.attributes["DeltaX"]);
    const along = deltasOf(code.attributes["DeltaY"]);
    let at = { x, y };
    [...textOf(code)].forEach((sign, index) => {
      const step = { x: across[index], y: along[index] };
      const width = advance(sign, step, form);
      const text = printedText(sign);
      if (text !== "")
        glyphs.push({
          ...placed(at, width, form),
          text,
          font: attributes["Font"] ?? "",
          bold: isBold(attributes),
          stroke,
        });
      at = { x: at.x + (step.x ?? (down ? 0 : width)), y: at.y + (step.y ?? (down ? width : 0)) };
    });
    from = at;
  }
  return glyphs;
}

interface Form {
  readonly size: number;
  readonly wide: number;
  readonly down: boolean;
  readonly matrix: Matrix;
}

/** How far a character reaches: as far as its kind does in a Chinese font, at most to where the next begins. */
function advance(
  sign: string,
  step: { x: number | undefined; y: number | undefined },
  { size, wide, down }: Form,
): number {
  const own = size * wide * (NARROW.test(sign) ? 0.5 : 1);
  const next = Math.abs((down ? step.y : step.x) ?? own);
  return next > 0 ? Math.min(own, next) : own;
}

function placed(
  { x, y }: { x: number; y: number },
  width: number,
  { size, down, matrix }: Form,
): Pick<DrawnGlyph, "start" | "end" | "size"> {
  const start = place(matrix, x, y);
  const end = down ? place(matrix, x, y + width) : place(matrix, x + width, y);
  const [top, bottom] = [place(matrix, 0, 0), place(matrix, 0, size)];
  return { start, end, size: Math.hypot(bottom[0] - top[0], bottom[1] - top[1]) };
}

function isBold(attributes: Readonly<Record<string, string>>): boolean {
  return Number(attributes["Weight"] ?? 400) >= 600;
}

/** Steps between characters; “g 3 4.5” stands for 4.5 three times. */
export function deltasOf(told: string | undefined): number[] {
  const words = (told ?? "")
    .trim()
    .split(/[\s,]+/u)
    .filter(Boolean);
  const deltas: number[] = [];
  for (let at = 0; at < words.length && deltas.length < MOST_DELTAS; at += 1) {
    if (words[at] !== "g") {
      deltas.push(Number(words[at]) || 0);
      continue;
    }
    const times = Math.min(
      MOST_DELTAS - deltas.length,
      Math.max(0, Number.parseInt(words[at + 1] ?? "0", 10) || 0),
    );
    for (let time = 0; time < times; time += 1) deltas.push(Number(words[at + 2]) || 0);
    at += 2;
  }
  return deltas;
}
