import { readFileSync } from "node:fs";
import type { Timing } from "../timing.ts";

/**
 * Milliseconds of the processor each input took, one after the other, after some that are not counted. A machine that has other things
 * to do lengthens them little, unlike the time by the clock.
 */
export async function timeInTurn<Input>(
  inputs: readonly Input[],
  run: (input: Input) => unknown,
): Promise<Timing> {
  for (const input of inputs.slice(0, 20)) await run(input);
  const times: number[] = [];
  for (const input of inputs) {
    const begun = process.cpuUsage();
    await run(input);
    times.push(spent(begun));
  }
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Milliseconds of the processor since then. */
export function spent(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** Seconds of the processor that children which have ended took, and theirs (Linux); null where the system does not tell. */
export function spentByChildren(): number | null {
  try {
    const stat = readFileSync("/proc/self/stat", "utf8");
    const [user, system] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(13, 15);
    return (Number(user) + Number(system)) / TICKS;
  } catch {
    return null;
  }
}

/** Of the clock that Linux tells processor time by, a second. */
const TICKS = 100;
