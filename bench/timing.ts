/** Milliseconds below which half, 95 % and 99 % of the runs stayed. */
export interface Timing {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Runs each input once, after a few unmeasured runs. */
export function timeEach<Input>(inputs: readonly Input[], run: (input: Input) => unknown): Timing {
  for (const input of inputs.slice(0, 50)) run(input);
  const times = inputs.map((input) => {
    const begun = performance.now();
    run(input);
    return performance.now() - begun;
  });
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** A generator of numbers from 0 to 1 that always gives the same ones (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
