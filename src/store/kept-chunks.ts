/** Stands for the position of a chunk that is there no more. */
export const GONE = 0xffff_ffff;

/**
 * Of each chunk of before, where a chunk of the same words stands now. Each is taken once: of two equal chunks of now, the second
 * is new where only one was there before.
 */
export function positionsNow(before: readonly string[], now: readonly string[]): Uint32Array {
  const free = new Map<string, number[]>();
  for (const [position, digest] of now.entries()) {
    const places = free.get(digest);
    if (places === undefined) free.set(digest, [position]);
    else places.push(position);
  }
  return Uint32Array.from(before, (digest) => free.get(digest)?.shift() ?? GONE);
}
