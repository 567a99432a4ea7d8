/** A stretch of a paragraph's raw text, and whether it is printed raised (x², a footnote mark). */
export interface Piece {
  readonly text: string;
  readonly raised: boolean;
}

const RAISED = new Map([..."0123456789+-−n"].map((sign, at) => [sign, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ"][at] ?? sign]));
/** So many characters before a raised one tell what it is. */
const NEAR = 20;
const NOTE_MARK = /^[[［〔【(（]?(?:注\s*)?(\d{1,3}|[①-⑳]|[*＊※]+)[\]］〕】)）]?$/u;

/**
 * The raw text of a paragraph from its pieces. What is raised is an exponent (m², 10⁴) or a footnote's mark. A mark never joins
 * a figure: 41.2 with a raised 4 and 万吨 is 41.2万吨. After words it goes where its note is in the file, else it stays as [4].
 */
export function writePieces(pieces: readonly Piece[], notes: ReadonlySet<string>): string {
  let text = "";
  for (const { text: next, raised } of together(pieces)) {
    text += raised ? writeRaised(text, next, notes) : next;
  }
  return text;
}

/** Neighbours of one height are one piece: a raised [1] may be three elements. */
function together(pieces: readonly Piece[]): Piece[] {
  const joined: { text: string; raised: boolean }[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && last.raised === piece.raised) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

function writeRaised(before: string, raw: string, notes: ReadonlySet<string>): string {
  const mark = raw.replace(/\s/gu, "");
  if (mark === "") return raw;
  const near = before.slice(-NEAR);
  if (isExponent(near, mark)) return [...mark].map((sign) => RAISED.get(sign) ?? sign).join("");
  const note = NOTE_MARK.exec(mark)?.[1];
  if (note === undefined) return raw;
  if (/[\d.%％‰]\s*$/u.test(near) || notes.has(note)) return "";
  return /^\d+$/u.test(note) ? `[${note}]` : mark;
}

/** Raised after a unit's letter (m², km², 米³), after a power's base (×10⁴), or with a sign of its own (s⁻¹). */
function isExponent(before: string, mark: string): boolean {
  if (/^[-+−]\d{1,2}$/u.test(mark)) return /[\p{L}\d]\s*$/u.test(before);
  if (/^[23]$/u.test(mark)) return /(?:[A-Za-z㎡]|(?<!平方|立方)米|(?:^|[^\d.])10)\s*$/u.test(before);
  return /^(?:\d{1,2}|n)$/u.test(mark) && /[×xX*·]\s*10\s*$/u.test(before);
}

/** The marks of notes that a file prints as lines of their own: [4]本公报…, ④…, 注4：…. */
export function notesOf(lines: Iterable<string>): Set<string> {
  const marks = new Set<string>();
  for (const line of lines) {
    const found =
      /^\s*(?:[[［〔【](?:注\s*)?(\d{1,3})[\]］〕】]|注(?:释)?\s*(\d{1,3})[.．、:： ]|([①-⑳]|[*＊※]+))/u.exec(
        line,
      );
    const mark = found?.[1] ?? found?.[2] ?? found?.[3];
    if (mark !== undefined) marks.add(mark);
  }
  return marks;
}
