/**
 * What reading and building cost on a folder of real files, printed for anyone to repeat:
 *   tsx scripts/measure-files.ts [folder, ../shared/files by default] [files] [build] [start], all three by default
 * `files` reads every file alone, as the build reads it; `build` runs over all of them; `start` starts the service on the
 * project's own corpus until it answers. Both begin with an empty index. Work is time of the processor in the process that
 * reads; memory is resident, what processes share counted in each.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readFile as readAsBuild } from "#ingest/child/read-file.ts";
import { watchUsage } from "./peak-usage.ts";

const root = path.resolve(import.meta.dirname, "..");
const [given, ...wanted] = process.argv.slice(2);
const folder = path.resolve(given ?? path.join(root, "../shared/files"));
const asked = (step: string): boolean => wanted.length === 0 || wanted.includes(step);
const LONGEST_START_MS = 300_000;
const PORT = "8799";

const scratch = await mkdtemp(path.join(tmpdir(), "measure-files-"));
try {
  if (asked("files")) await eachFile();
  if (asked("build")) await run("build", { CORPUS_DIR: folder, INDEX_DIR: path.join(scratch, "built") });
  if (asked("start")) await run("start", { INDEX_DIR: path.join(scratch, "started"), PORT });
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function eachFile(): Promise<void> {
  const costs: { file: string; clock: number; work: number; megabytes: number }[] = [];
  const unread: string[] = [];
  for (const file of (await readdir(folder)).sort()) {
    if (file.endsWith(".tsv")) continue;
    const bytes = await readFile(path.join(folder, file));
    const digest = createHash("sha256").update(bytes).digest("hex");
    const usage = watchUsage(process.pid);
    const began = performance.now();
    const { document } = await readAsBuild({ file, bytes, digest, metadata: null }, { kept: null });
    const clock = (performance.now() - began) / 1000;
    const { childWorkSeconds, childMegabytes } = usage();
    costs.push({ file, clock, work: childWorkSeconds, megabytes: childMegabytes });
    if (document === null) unread.push(file);
  }
  console.log(`${costs.length} files, not read: ${unread.join(", ") || "none"}`);
  for (const what of ["work", "clock", "megabytes"] as const) {
    const [most] = [...costs].sort((a, b) => b[what] - a[what]);
    if (most !== undefined) console.log(`most ${what}: ${most.file}, ${most[what].toFixed(1)}`);
  }
}

/** Runs the command line until it ends or, for `start`, until the service answers; prints what it took. */
async function run(command: "build" | "start", env: Record<string, string>): Promise<void> {
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", path.join(root, "src/cli.ts"), command], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const usage = watchUsage(child.pid ?? 0);
  const code = await (command === "start" ? Promise.race([ended, answers()]) : ended);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { allMegabytes, childMegabytes } = usage();
  console.log(
    `${command}: ${seconds} s, ${allMegabytes} MB in all its processes, ${childMegabytes} MB in the largest child, ended with ${code}`,
  );
  child.kill("SIGTERM");
  await ended;
}

/** 0 once the service answers, 1 where it does not in time. */
async function answers(): Promise<number> {
  const until = performance.now() + LONGEST_START_MS;
  while (performance.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/healthz`).catch(() => null);
    if (answer?.ok === true) return 0;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return 1;
}
