/** `$…$` or `\(…\)` on one line, with nothing in it but what figures are written with. */
const MATHS =
  /\$(?<dollar>[\d\s.,，%‰+\-−–—~～≥≤<>±×^{}_\\a-zA-Z亿万元人个]{1,80})\$|\\\((?<paren>[\d\s.,%+\-−~≥≤<>±×^{}_\\a-zA-Z]{1,80})\\\)/uy;

const COMMANDS: Readonly<Record<string, string>> = {
  ge: "≥",
  geq: "≥",
  geqslant: "≥",
  le: "≤",
  leq: "≤",
  leqslant: "≤",
  sim: "~",
  times: "×",
  pm: "±",
  "%": "%",
};

/** One character of a formula in plain form, and where it stands in it. */
interface Piece {
  readonly text: string;
  readonly at: number;
}

/** A formula that begins at `at`, as plain characters with their places; null where none begins. */
export function mathsAt(text: string, at: number): { pieces: readonly Piece[]; end: number } | null {
  const first = text.charAt(at);
  if (first !== "$" && first !== "\\") return null;
  MATHS.lastIndex = at;
  const match = MATHS.exec(text);
  if (match === null || !/\d/.test(match[0])) return null;
  const open = match.groups?.["dollar"] === undefined ? 2 : 1;
  const inside = match.groups?.["dollar"] ?? match.groups?.["paren"] ?? "";
  return { pieces: piecesOf(inside, at + open), end: at + match[0].length };
}

/** Spaces and braces part nothing in a formula: `6 1 2 . 4` is 612.4, `1{,}305` is 1,305. */
function piecesOf(inside: string, from: number): Piece[] {
  const pieces: Piece[] = [];
  for (const token of inside.matchAll(/\\(?<command>[a-zA-Z]{1,12}|.)|(?<plain>[^\s{}])/gu)) {
    const { command, plain } = token.groups ?? {};
    const text = plain ?? COMMANDS[command ?? ""] ?? "";
    if (text !== "") pieces.push({ text, at: from + token.index });
  }
  return pieces;
}
