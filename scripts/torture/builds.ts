import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openIndex } from "#store/open-index.ts";
import { ask } from "./service.ts";
import type { Counts, Trial } from "./trials.ts";

/** A build of the shipped corpus takes about as long. */
const LONGEST_MS = 12_000;
/** A child that has lost its parent ends by itself within as long. */
const ORPHAN_MS = 5_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Kills a build at a moment drawn at random while the service answers from the same folder: the index can be opened, questions are
 * answered, and nothing that the build started goes on without it.
 */
export async function builds({ service, count, random, isOver }: Trial): Promise<Counts> {
  const counts = { killed: 0, finished: 0, "left running": 0, unusable: 0, wrong: 0 };
  const replies: Record<string, number> = {};
  const cli = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));
  for (let tried = 0; tried < count && !isOver(); tried += 1) {
    const child = spawn(process.execPath, ["--import", "tsx", cli, "rebuild"], {
      env: { ...process.env, INDEX_DIR: service.indexDirectory, TORTURE: service.indexDirectory },
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const outcome = await Promise.race([ended.then(() => "finished"), pause(random() * LONGEST_MS)]);
    child.kill("SIGKILL");
    await ended;
    counts[outcome === "finished" ? "finished" : "killed"] += 1;
    try {
      openIndex(service.indexDirectory).close();
    } catch {
      counts.unusable += 1;
    }
    const { status } = await ask(service.at, "江北区2022年GDP增速是多少？");
    replies[`status ${status}`] = (replies[`status ${status}`] ?? 0) + 1;
    if (status !== 200 && status !== 503) counts.wrong += 1;
  }
  await pause(ORPHAN_MS);
  counts["left running"] = running(service.indexDirectory);
  counts.wrong += counts.unusable + counts["left running"];
  return { ...replies, ...counts };
}

/** Processes that were started with this mark in their environment (Linux). */
function running(mark: string): number {
  return readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readFileSync(`/proc/${name}/environ`, "utf8").split("\0").includes(`TORTURE=${mark}`);
    } catch {
      return false;
    }
  }).length;
}
