import { readFileSync } from "node:fs";

/** What a process has taken so far. */
export interface ProcessUsage {
  /** Time of the processors, its ended children's included. */
  readonly workMs: number;
  readonly residentMegabytes: number;
}

const TICK_MS = 10;
const PAGE = 4096;

/** As Linux tells it in /proc; null elsewhere, and for a process that has ended. */
export function processUsage(pid: number | undefined): ProcessUsage | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in brackets, may hold spaces: counting starts behind it, at field 3 of proc(5).
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
    const pages = fields[21] ?? 0;
    return {
      workMs: (user + system + childUser + childSystem) * TICK_MS,
      residentMegabytes: (pages * PAGE) / 1024 / 1024,
    };
  } catch {
    return null;
  }
}
