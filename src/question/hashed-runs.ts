/**
 * The runs of one to three characters of a text, with marks for its beginning and its end, each hashed into one of `buckets`
 * (a power of two), each bucket once: what the learned weights of `question/` know a turn by.
 */
export function hashedRuns(text: string, buckets: number): Set<number> {
  const marked = `^${text}$`;
  const found = new Set<number>();
  for (let length = 1; length <= LONGEST; length++)
    for (let at = 0; at + length <= marked.length; at++)
      found.add(hashOf(marked.slice(at, at + length)) & (buckets - 1));
  return found;
}

const LONGEST = 3;

/** The first of so many characters of a text, without the space and the marks between its words. */
export const bareStart = (text: string, most: number): string =>
  text.slice(0, most).replace(/[\s，。？！、,.?!~…：:；;“”"'（）()]+/g, "");

/** FNV-1a over the code units. */
function hashOf(run: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < run.length; at++) hash = Math.imul(hash ^ run.charCodeAt(at), 0x01000193);
  return ((hash >>> 13) ^ hash) >>> 0;
}
