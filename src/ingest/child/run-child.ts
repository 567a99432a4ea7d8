import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import type { Readable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isSource, ownModule } from "#domain/own-module.ts";
import { fileLimit } from "#ingest/file-limits.ts";
import { type ChildJob, jobHeader, RESULT_DESCRIPTOR } from "./child-job.ts";
import { processUsage } from "./process-usage.ts";

/** What one file may take before its process is ended. */
export interface ChildLimits {
  /** Of work of the processor where the system tells it, so that a busy machine loses no file; waiting may take longer. */
  readonly deadlineMs: number;
  /** Of resident memory, where the system tells it. */
  readonly megabytes: number;
  /** The program that the child runs. */
  readonly program: string;
}

export const CHILD_LIMITS: ChildLimits = {
  deadlineMs: fileLimit("fileWorkMs"),
  megabytes: fileLimit("fileMemoryMegabytes"),
  program: fileURLToPath(ownModule("./child-program", import.meta.url)),
};

/** A child that did not answer: why, in words for an operator. */
export type ChildFault = "deadline" | "memory" | "crashed";
export type ChildResult =
  | { readonly ok: true; readonly json: string }
  | { readonly ok: false; readonly fault: ChildFault; readonly message: string };

const HEAP_MEGABYTES = 768;
const MOST_RESULT = 512 * 1024 * 1024;
const LOOK_MS = 200;
/** How many times its work a child may take by the clock. */
const WAITING = 4;
const loader = isSource(import.meta.url)
  ? ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href]
  : [];

/** Runs one job in a process of its own and gives what it wrote; the process and all it started are ended with it. */
export async function runChild(
  job: ChildJob,
  bytes: Uint8Array,
  limits: ChildLimits = CHILD_LIMITS,
): Promise<ChildResult> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MEGABYTES}`, ...loader, limits.program],
    { detached: true, env: environment(), stdio: ["pipe", "ignore", "pipe", "pipe"] },
  );
  const stopWatching = watch(child, limits);
  try {
    child.stdin?.on("error", () => {});
    child.stdin?.write(jobHeader(job));
    child.stdin?.write(bytes);
    const [json, words, code] = await Promise.all([
      collected(child.stdio[RESULT_DESCRIPTOR], MOST_RESULT),
      collected(child.stderr, 64 * 1024),
      ended(child),
    ]);
    const fault = stopWatching();
    if (fault !== null) return { ok: false, ...faultOf(fault, limits) };
    if (code === 0 && json !== "") return { ok: true, json };
    return { ok: false, fault: "crashed", message: crashMessage(words) };
  } finally {
    stopWatching();
    end(child);
  }
}

/** A reader needs to find its programs and its temporary folder, and none of our settings or keys. */
function environment(): NodeJS.ProcessEnv {
  const passed = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "LANG", "SystemRoot", "ProgramFiles"];
  return Object.fromEntries(passed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** Ends the child at its deadline or over its memory; the returned function stops looking and says what was found. */
function watch(child: ChildProcess, limits: ChildLimits): () => ChildFault | null {
  let fault: ChildFault | null = null;
  const stop = (found: ChildFault) => {
    fault ??= found;
    end(child);
  };
  const patience = processUsage(child.pid) === null ? 1 : WAITING;
  const deadline = setTimeout(() => stop("deadline"), limits.deadlineMs * patience);
  const look = setInterval(() => {
    const usage = processUsage(child.pid);
    if (usage !== null && usage.workMs > limits.deadlineMs) stop("deadline");
    if (usage !== null && usage.residentMegabytes > limits.megabytes) stop("memory");
  }, LOOK_MS);
  return () => {
    clearTimeout(deadline);
    clearInterval(look);
    return fault;
  };
}

function end(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    // The group: what the child started goes with it.
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}

function faultOf(fault: ChildFault, limits: ChildLimits): { fault: ChildFault; message: string } {
  const advice = "get it from its source again, or save it as .docx, .pdf or .txt";
  const message =
    fault === "deadline"
      ? `reading took more than ${limits.deadlineMs / 1000} s of work and was ended; ${advice}`
      : `reading took more than ${limits.megabytes} MB of memory and was ended; ${advice}`;
  return { fault, message };
}

/** The last line of a trace says what happened; running out of heap has a line of its own. */
function crashMessage(words: string): string {
  if (/heap out of memory|Allocation failed/i.test(words))
    return `reading took more than ${HEAP_MEGABYTES} MB of memory and was ended; save the file as .docx, .pdf or .txt`;
  const line = words.split("\n").find((each) => /^(?:\w*Error|\w+Exception)\b/.test(each.trim()));
  const reason = line === undefined ? "" : ` (${line.trim().slice(0, 200)})`;
  return `the file is damaged or of a kind that the reader does not know${reason}; open it and save it again`;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", (code) => resolve(code));
  });
}

async function collected(stream: unknown, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  if (!isReadable(stream)) return "";
  for await (const chunk of stream) {
    if (!(chunk instanceof Buffer)) continue;
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  }
  return size <= most ? Buffer.concat(chunks).toString("utf8") : "";
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === "object" && stream !== null && Symbol.asyncIterator in stream;
}
