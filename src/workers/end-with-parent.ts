import { Worker } from "node:worker_threads";

const EVERY_MS = 2_000;

/**
 * Ends this process when its parent has died, whatever it is doing: a runaway question keeps the main thread from ever
 * hearing of it, so a small thread beside it looks.
 */
export function endWithParent(): void {
  const watch = `const parent = ${process.ppid};
    setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, "SIGKILL"); }, ${EVERY_MS});`;
  new Worker(watch, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref();
}
