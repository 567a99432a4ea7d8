/** Characters of symbol fonts that reports use, by their place in the font. */
const WINGDINGS: Readonly<Record<string, string>> = {
  "6c": "●",
  "6d": "○",
  "6e": "■",
  "6f": "□",
  "71": "□",
  "74": "◆",
  "75": "◆",
  "77": "◆",
  a8: "□",
  a7: "▪",
  d8: "➢",
  e0: "→",
  fb: "✗",
  fc: "✓",
  fd: "☒",
  fe: "☑",
  "52": "☑",
  "54": "☒",
  "81": "①",
  "82": "②",
  "83": "③",
  "84": "④",
  "85": "⑤",
  "86": "⑥",
  "87": "⑦",
  "88": "⑧",
  "89": "⑨",
  "8a": "⑩",
};
const SYMBOL: Readonly<Record<string, string>> = {
  "61": "α",
  "62": "β",
  "67": "γ",
  "64": "δ",
  "6d": "μ",
  "73": "σ",
  "53": "Σ",
  "44": "Δ",
  "57": "Ω",
  a3: "≤",
  b3: "≥",
  b1: "±",
  b4: "×",
  b8: "÷",
  b9: "≠",
  bb: "≈",
  b0: "°",
  a5: "∞",
  b2: "″",
  a2: "′",
  ae: "→",
  ad: "↑",
  af: "↓",
  d6: "√",
  "2d": "−",
  "2b": "+",
  "3d": "=",
  "25": "%",
};

/** A character of a symbol font (w:sym) as text; its own code where it is a letter, a box where it is not known. */
export function symbolText(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  const place = (value >= 0xf000 ? value - 0xf000 : value).toString(16);
  const known = /wingdings/iu.test(font)
    ? WINGDINGS[place]
    : /^symbol$/iu.test(font)
      ? SYMBOL[place]
      : undefined;
  if (known !== undefined) return known;
  return value > 0x20 && value < 0xe000 ? String.fromCodePoint(value) : "□";
}
