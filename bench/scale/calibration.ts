import { spent } from "./processor-time.ts";

/** Milliseconds of the processor for a fixed piece of work, the middle of five runs: times divided by it say the same on machines of other speed. */
export function calibrate(): number {
  const runs = Array.from({ length: 5 }, () => {
    const begun = process.cpuUsage();
    work();
    return spent(begun);
  });
  return runs.sort((one, other) => one - other)[2] ?? 0;
}

/** Sums and map look-ups, which is most of what an answer is made of. */
function work(): number {
  const counts = new Map<number, number>();
  let sum = 0;
  for (let at = 0; at < 1_000_000; at += 1) {
    const key = (at * 2_654_435_761) & 0xffff;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    sum += Math.sqrt(key);
  }
  return sum;
}
