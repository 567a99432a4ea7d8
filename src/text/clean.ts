/** Characters that carry no content: controls, zero-width and bidirectional marks, private use, replacement marks. */
const INVISIBLE = /[\p{Cf}\p{Co}\p{Variation_Selector}\ufffc\ufffd]|(?!\t)\p{Cc}/gu;
const BOOKMARK = /\[bookmark:[^\][\n]{0,120}\]/g;
const SPACE = /[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const LATIN = /[A-Za-z\u00c0-\u024f\u0370-\u03ff]/;
const WORD = /[A-Za-z\u00c0-\u024f\u0370-\u03ff\d]/;
const CJK = /[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff]/;

/** Removes what is not text at all. Words, digits, punctuation, tabs and spaces stay. */
export function withoutMarks(line: string): string {
  return line.replace(BOOKMARK, "").replace(INVISIBLE, "").replace(SPACE, " ");
}

/**
 * Drops spaces that only lay text out: between two Chinese characters, a Chinese character and a digit, or beside
 * punctuation. Spaces between Latin words, and between a Latin word and Chinese, stay as one. A wide gap between two
 * words (a signature and its date) stays as one space as well.
 */
export function withoutLayoutSpaces(line: string): string {
  const parts = line.trim().split(/( +)/);
  const out = [parts[0] ?? ""];
  for (let at = 1; at < parts.length; at += 2) {
    const gap = parts[at] ?? "";
    const next = parts[at + 1] ?? "";
    const before = parts[at - 1] ?? "";
    const wide = gap.length > 1 && before.length > 1 && next.length > 1;
    out.push((wide && bothWords(before, next)) || needsSpace(before, next) ? ` ${next}` : next);
  }
  return out.join("");
}

/** Joins two pieces of one broken line, with a space only where Latin words or numbers would run together. */
export function weld(left: string, right: string): string {
  const last = left.at(-1) ?? "";
  const first = right[0] ?? "";
  return LATIN.test(last) && LATIN.test(first) ? `${left} ${right}` : left + right;
}

function needsSpace(left: string, right: string): boolean {
  const last = left.at(-1) ?? "";
  const first = right[0] ?? "";
  if (WORD.test(last) && WORD.test(first)) return true;
  return (
    (LATIN.test(last) && CJK.test(first)) || (CJK.test(last) && LATIN.test(first)) || latinText(last, first)
  );
}

/** ASCII punctuation between Latin words keeps its space: `Inc. and`, `R & D`. */
function latinText(last: string, first: string): boolean {
  return (/[,.;:&!?)]/.test(last) && LATIN.test(first)) || (LATIN.test(last) && /[&(]/.test(first));
}

function bothWords(before: string, next: string): boolean {
  return /[\p{L}\p{N}）)”》]$/u.test(before) && /^[\p{L}\p{N}（(“《]/u.test(next);
}
