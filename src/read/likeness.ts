/** Texts → vectors, in their order. */
export type Embed = (texts: readonly string[]) => Promise<readonly (readonly number[])[]>;

/** Embeds each text once and remembers the latest: the same sentences come back for many questions. */
export function remembering(embed: Embed, most = 20_000): Embed {
  const known = new Map<string, readonly number[]>();
  return async (texts) => {
    const missing = [...new Set(texts.filter((text) => !known.has(text)))];
    const made = missing.length === 0 ? [] : await embed(missing);
    const fresh = new Map(missing.map((text, at) => [text, made[at] ?? []]));
    const vectors = texts.map((text) => fresh.get(text) ?? known.get(text) ?? []);
    for (const [text, vector] of fresh) known.set(text, vector);
    for (const [oldest] of known) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return vectors;
  };
}

/** Cosine of two vectors, −1 to 1; 0 where one is all zeros. */
export function cosine(one: readonly number[], other: readonly number[]): number {
  let dot = 0;
  let ofOne = 0;
  let ofOther = 0;
  // By index: an iterator takes ten times as long, and a long question compares thousands of words.
  for (let at = 0; at < one.length; at += 1) {
    const value = one[at] ?? 0;
    const against = other[at] ?? 0;
    dot += value * against;
    ofOne += value * value;
    ofOther += against * against;
  }
  return ofOne === 0 || ofOther === 0 ? 0 : dot / Math.sqrt(ofOne * ofOther);
}
