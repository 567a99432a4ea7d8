/**
 * The characters of a file as a reader sees them. Fonts often carry the radical ⽉ or the ligature ﬁ where 月 or fi is
 * printed; control characters print nothing; every kind of white space is one space.
 */
export function printedText(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\u{2f800}-\u{2fa1f}]/gu, (sign) =>
      sign.normalize("NFKC"),
    )
    .replace(/[\p{Cc}\u00ad\p{Cf}]/gu, "");
}

/** Characters that are written one after the other without a space between. */
const wide = /[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef\u2010-\u2027\u2030-\u205e①-⓿]/u;

/** Whether a gap between two characters is a space of the text: only between letters or figures of western script. */
export function spaceBetween(left: string, right: string): boolean {
  return left !== "" && right !== "" && !wide.test(left) && !wide.test(right);
}

/** A private character behind a figure is the point of a typesetter's own font. */
const ownPoint = /(?<=[\d０-９])\p{Co}/gu;

/** The words of a line once all its characters are known. */
export const settledText = (text: string) =>
  text.replace(ownPoint, (_, at: number) => (/[０-９]/u.test(text[at - 1] ?? "") ? "．" : "."));

/** Two lines of one running text, joined: a word of western script is not cut by the line unless it says so. */
export function joinLines(above: string, below: string): string {
  const left = above.trimEnd();
  const right = below.trimStart();
  const [last, first] = [left.slice(-1), right.slice(0, 1)];
  if (/[a-z]/.test(last) && /[A-Za-z(]/.test(first)) return `${left} ${right}`;
  if (/[,.;:]/.test(last) && /[A-Za-z]/.test(first)) return `${left} ${right}`;
  return left + right;
}

const figure = /^[([（]?[-−－–+±↑↓▲△]?[\d０-９](?:[\d０-９,，.．: ]*[\d０-９])?[%％‰]?[)\]）]?$|^[-—－–]+$/u;

/** Whether a cell holds a figure and nothing else: 1,234.5, -3.2%, (5.7), or the dash that stands for none. */
export const isFigure = (text: string) => figure.test(text.trim());

/** Whether a figure stands there with digits, a lone dash not counted. */
export const isNumber = (text: string) => isFigure(text) && /[\d０-９]/u.test(text);
