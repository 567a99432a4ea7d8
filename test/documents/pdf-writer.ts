import { deflateSync } from "node:zlib";

/**
 * A small writer of PDF files for tests: text, lines and a picture at places, in points from the top left corner. Its Chinese
 * font is not embedded, as in many office files; a reader knows its characters by the encoding (UniGB-UCS2-H) alone.
 */
export type PdfMark =
  | {
      readonly kind: "text";
      readonly x: number;
      /** The baseline. */
      readonly y: number;
      readonly text: string;
      readonly size?: number;
      /** `plain` is a western font without any word on what its characters mean. */
      readonly font?: "song" | "plain";
      /** Quarter turns against the clock. */
      readonly turn?: 0 | 1 | 2 | 3;
      /** Laid invisibly under a picture, as text recognition does. */
      readonly hidden?: boolean;
      /** Printed in white. */
      readonly white?: boolean;
    }
  | {
      /** A filled rectangle in blue, as under the head of a table. */
      readonly kind: "ground";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: "line";
      readonly x0: number;
      readonly y0: number;
      readonly x1: number;
      readonly y1: number;
    }
  | {
      readonly kind: "picture";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };

export interface PdfPage {
  readonly marks: readonly PdfMark[];
  readonly width?: number;
  readonly height?: number;
  /** Degrees by which the page is shown turned with the clock. */
  readonly rotate?: 0 | 90 | 180 | 270;
}

export const A4 = { width: 595, height: 842 };

/** The bytes of a PDF of these pages; `encrypted` makes one that asks for a password. */
export function writePdf(pages: readonly PdfPage[], { encrypted = false } = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const kids = pages.map((_, index) => `${8 + 2 * index} 0 R`).join(" ");
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add(
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
  );
  add(
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>",
  );
  add(
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
  );
  add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  add(
    stream(
      "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8",
      "\u0000\u0080\u0080\u0000",
    ),
  );
  for (const [index, page] of pages.entries()) {
    const { width, height } = { ...A4, ...page };
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${page.rotate ?? 0} /Contents ${9 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R /F2 6 0 R >> /XObject << /P1 7 0 R >> >> >>`,
    );
    add(stream("<<", page.marks.map((mark) => drawn(mark, height)).join("\n")));
  }
  const key = "A".repeat(32);
  if (encrypted) add(`<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O (${key}) /U (${key}) >>`);
  return fileOf(objects, encrypted);
}

function fileOf(objects: readonly string[], encrypted: boolean): Uint8Array {
  let file = "%PDF-1.5\n";
  const places = objects.map((body, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const entries = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const lock = encrypted ? ` /Encrypt ${objects.length} 0 R /ID [<00><00>]` : "";
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${lock} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (sign) => sign.charCodeAt(0));
}

function stream(dictionary: string, content: string): string {
  const packed = deflateSync(Buffer.from(content, "latin1")).toString("latin1");
  return `${dictionary} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
}

const turns = [
  [1, 0, 0, 1],
  [0, 1, -1, 0],
  [-1, 0, 0, -1],
  [0, -1, 1, 0],
] as const;

function drawn(mark: PdfMark, height: number): string {
  if (mark.kind === "line")
    return `0.5 w ${mark.x0} ${height - mark.y0} m ${mark.x1} ${height - mark.y1} l S`;
  if (mark.kind === "picture")
    return `q ${mark.width} 0 0 ${mark.height} ${mark.x} ${height - mark.y - mark.height} cm /P1 Do Q`;
  if (mark.kind === "ground")
    return `q 0 0 0.8 rg ${mark.x} ${height - mark.y - mark.height} ${mark.width} ${mark.height} re f Q`;
  const { x, y, text, size = 12, font = "song", turn = 0, hidden = false, white = false } = mark;
  const matrix = [...(turns[turn] ?? turns[0]), x, height - y].join(" ");
  const shown = font === "song" ? `<${utf16(text)}>` : `(${text.replace(/[\\()]/gu, "\\$&")})`;
  const drawn = `BT /${font === "song" ? "F1" : "F2"} ${size} Tf ${hidden ? 3 : 0} Tr ${matrix} Tm ${shown} Tj ET`;
  return white ? `q 1 g ${drawn} Q` : drawn;
}

const utf16 = (text: string) =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, "0")).join("");

/** Width of a text in the writer's font: western signs take half a height, all others a whole one. */
export const textWidth = (text: string, size = 12) =>
  [...text].reduce((sum, sign) => sum + (/[\u0020-\u007e]/u.test(sign) ? size / 2 : size), 0);
