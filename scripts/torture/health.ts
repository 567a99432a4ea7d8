import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Counts } from "./trials.ts";

/** Asks /healthz twenty times a second from a process of its own, from when this resolves; `end` tells how long that took, and how often it had no reply. */
export async function watchHealth(at: string): Promise<{ readonly end: () => Counts }> {
  const script = fileURLToPath(new URL("./watch-health.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, at], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (more: string) => {
    text += more;
  });
  await once(child.stdout, "data");
  return {
    end: () => {
      child.kill();
      const lines = text.split("\n").slice(1, -1);
      const times = lines.filter((line) => line !== "failed").map(Number);
      return {
        "/healthz asked": lines.length,
        "/healthz failed": lines.length - times.length,
        "/healthz p50 (ms)": quantile(times, 0.5),
        "/healthz p99 (ms)": quantile(times, 0.99),
      };
    },
  };
}

export const quantile = (values: readonly number[], share: number): number =>
  Math.round(
    [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0,
  );
