import type { Glyph } from "./page-marks.ts";

/** Western signs and the Chinese ones that a typesetter's font prints in their place. */
const wide: Readonly<Record<string, string>> = {
  ",": "，",
  ".": "。",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};

/**
 * Some typesetters' fonts call their Chinese punctuation by western names: what reads `亿元.加上` is printed 亿元。加上. Such a
 * sign is as wide as a Chinese character. Inside a figure it stays what it is (1,234.5), and so does the dot of a number (1.).
 */
export function withWidePunctuation(glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.map((glyph, index) => {
    const chinese = wide[glyph.text];
    if (chinese === undefined || glyph.x1 - glyph.x0 < 0.9 * glyph.size) return glyph;
    const before = beside(glyphs[index - 1], glyph);
    const after = beside(glyphs[index + 1], glyph);
    const point = (glyph.text === "." || glyph.text === ",") && isDigit(before) && isDigit(after);
    if (point || (glyph.text === "." && (isDigit(before) || before === undefined))) return glyph;
    return { ...glyph, text: chinese };
  });
}

function beside(other: Glyph | undefined, glyph: Glyph): string | undefined {
  if (other === undefined || Math.abs(other.y - glyph.y) > glyph.size) return undefined;
  return Math.abs(other.x0 - glyph.x0) < 2 * glyph.size ? other.text : undefined;
}

const isDigit = (text: string | undefined) => text !== undefined && /[\d０-９]/u.test(text);
