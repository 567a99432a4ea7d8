import { readFileSync } from "node:fs";

/** Clock ticks of /proc a second: 100 on every Linux that Node runs on. */
const MS_A_TICK = 10;

/**
 * Milliseconds a process has computed, all its threads together (Linux, proc(5): fields 14 and 15 of stat); null where
 * that cannot be known.
 */
export function cpuMs(processId: number | undefined): number | null {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, "utf8");
    // The name in parentheses may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    return Number.isFinite(ticks) ? ticks * MS_A_TICK : null;
  } catch {
    return null;
  }
}
