/** A longer turn is a text that somebody pasted: no question that people ask has as many characters. */
const LONGEST = 240;

const SENTENCE_END = /(?<=[。！？；!?;\n])/u;
const ASKS = /[?？吗呢]|多少|几[个项条年]|哪|什么|啥|怎|为何|谁|\b(?:which|what|how|who|when|where|why)\b/iu;

/** True where a turn is too long to be read whole. */
export const isLong = (turn: string): boolean => turn.length > LONGEST;

/**
 * What is read of a turn: all of it, and of a pasted text the sentences that ask, the last ones first, and as much of its
 * beginning as there is room for; in their order. Every step after this one works on a text of bounded length.
 */
export function readPart(turn: string): string {
  if (!isLong(turn)) return turn;
  const sentences = turn.split(SENTENCE_END);
  const asking = [...sentences.keys()].filter((at) => ASKS.test(sentences[at] ?? "")).reverse();
  const kept = new Map<number, string>();
  let room = LONGEST;
  for (const at of new Set([...asking, ...sentences.keys()])) {
    const piece = (sentences[at] ?? "").slice(0, room);
    if (piece === "") break;
    kept.set(at, piece);
    room -= piece.length;
  }
  return [...kept]
    .sort(([one], [other]) => one - other)
    .map(([, piece]) => piece)
    .join("");
}
