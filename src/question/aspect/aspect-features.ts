/** Buckets that runs of characters are hashed into. */
export const ASPECT_BUCKETS = 4096;

/**
 * The features of a folded question without its places: its runs of one to three characters, hashed, as indices into the
 * weights, each once. Years and other figures count as a figure only, and of the question its first 80 characters.
 */
export function aspectFeatures(unplaced: string): number[] {
  const words = unplaced.slice(0, 80).replace(/[\s，。？！、,.?!~…：:；;“”"'（）()]+/g, "");
  const text = `^${words.replace(/\d+(?:\.\d+)?年?/g, "#")}$`;
  const found = new Set<number>();
  for (let length = 1; length <= 3; length++)
    for (let at = 0; at + length <= text.length; at++) found.add(bucketOf(text.slice(at, at + length)));
  return [...found];
}

/** FNV-1a over the code units. */
function bucketOf(run: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < run.length; at++) hash = Math.imul(hash ^ run.charCodeAt(at), 0x01000193);
  return (((hash >>> 13) ^ hash) >>> 0) & (ASPECT_BUCKETS - 1);
}
