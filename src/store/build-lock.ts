import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./versions.ts";

const EVERY_MS = 200;

/**
 * Does one thing at a time for an index folder, whichever process wants it: two builds side by side would each read the
 * corpus as it was then, and the last to publish might know less. Waits for whoever is at it; a process that died holds nothing.
 */
export async function withBuildLock<Result>(directory: string, work: () => Promise<Result>): Promise<Result> {
  mkdirSync(directory, { recursive: true });
  const mark = join(directory, "building");
  while (!taken(mark)) await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  try {
    return await work();
  } finally {
    rmSync(mark, { force: true });
  }
}

function taken(mark: string): boolean {
  try {
    const handle = openSync(mark, "wx");
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    if (!isAlive(holderOf(mark))) rmSync(mark, { force: true });
    return false;
  }
}

/** Process id of who is at it; ours while it has not been written yet. */
function holderOf(mark: string): number {
  try {
    return Number(readFileSync(mark, "utf8")) || process.pid;
  } catch {
    return process.pid;
  }
}
