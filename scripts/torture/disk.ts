import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openIndex } from "#store/open-index.ts";
import type { Counts, Trial } from "./trials.ts";

const add = (counts: Counts, name: string) => {
  counts[name] = (counts[name] ?? 0) + 1;
};
/** The largest file of the shipped corpus's index, in blocks of 1 KiB, about. */
const LARGEST = 6_000;

/**
 * Builds where no file may grow beyond a size drawn at random, as on a full disk: the build fails in words or comes to its
 * end, and the index is the one before or the whole new one.
 */
export async function disk({ service, count, random, isOver }: Trial): Promise<Counts> {
  const counts: Counts = { wrong: 0 };
  const cli = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));
  for (let tried = 0; tried < count && !isOver(); tried += 1) {
    const blocks = 1 + Math.floor(random() * LARGEST);
    const limited = `ulimit -f ${blocks}; exec "$0" "$@"`;
    const { status, stderr } = spawnSync(
      "bash",
      ["-c", limited, process.execPath, "--import", "tsx", cli, "rebuild"],
      { env: { ...process.env, INDEX_DIR: service.indexDirectory }, encoding: "utf8" },
    );
    add(counts, status === 0 ? "built" : "refused");
    if (/corrupt/i.test(stderr)) add(counts, "wrong");
    try {
      openIndex(service.indexDirectory).close();
    } catch {
      add(counts, "wrong");
    }
  }
  return counts;
}
