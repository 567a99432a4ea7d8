import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A service of this project on a free loopback port, with an index of its own. */
export interface Service {
  readonly at: string;
  readonly indexDirectory: string;
  readonly processId: number;
  /** Its worker processes (Linux). */
  readonly workers: () => number[];
  readonly stop: () => Promise<void>;
}

/** Builds the shipped corpus into a folder of its own and serves it; `settings` are environment variables. */
export async function startService(settings: Record<string, string> = {}): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), "torture-"));
  const indexDirectory = join(folder, "index");
  const cli = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", cli, "start"], {
    env: {
      ...process.env,
      INDEX_DIR: indexDirectory,
      HOST: "127.0.0.1",
      PORT: "0",
      RATE_LIMIT: "off",
      ...settings,
    },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const at = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (more: string) => {
      said += more;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", () => reject(new Error("the service ended before it was ready")));
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    at,
    indexDirectory,
    processId: child.pid ?? 0,
    workers: () => childrenOf(child.pid ?? 0),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Processes whose parent is this one and that were started as workers. */
function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const owner = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
        const isWorker = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0").includes("worker");
        return owner === parent && isWorker ? [Number(name)] : [];
      } catch {
        return [];
      }
    });
}

/** How a question ended (status 0 for a broken connection), how long it took, and in how many seconds to come back. */
export interface Reply {
  readonly status: number;
  readonly ms: number;
  readonly retryAfter: number;
}

/** Asks one question. */
export async function ask(at: string, content: string): Promise<Reply> {
  const began = performance.now();
  const body = JSON.stringify({ messages: [{ role: "user", content }] });
  const headers = { "content-type": "application/json" };
  try {
    const reply = await fetch(`${at}/api/chat`, { method: "POST", headers, body });
    await reply.text();
    const retryAfter = Number(reply.headers.get("retry-after") ?? 0);
    return { status: reply.status, ms: performance.now() - began, retryAfter };
  } catch {
    return { status: 0, ms: performance.now() - began, retryAfter: 1 };
  }
}

/** Memory that processes hold, in MiB (Linux). */
export function residentMiB(processes: readonly number[]): number {
  const pages = processes.map((id) => Number(readFileSync(`/proc/${id}/statm`, "utf8").split(" ")[1]));
  return pages.reduce((sum, each) => sum + each, 0) / 256;
}
