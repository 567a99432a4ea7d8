import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** A serving process that has a question running for ever, and says which process runs it. */
const SERVING = `
import { WorkerPool } from "#workers/worker-pool.ts";
const pool = new WorkerPool({
  program: { file: ${JSON.stringify(fileURLToPath(new URL("./scripted-worker.ts", import.meta.url)))}, args: [] },
  workers: 1, answerDeadlineMs: 600_000, readDeadlineMs: 1, log: () => {},
  queue: { places: 1, perClient: 1, patienceMs: 60_000 },
});
await pool.start();
const asker = { client: "a", signal: new AbortController().signal };
const events = await pool.ask({ messages: [{ role: "user", content: "hang" }] }, asker);
await events[Symbol.asyncIterator]().next();
process.stdout.write(String(pool.processIds[0]));
`;

const isAlive = (id: number): boolean => {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
};

test("a worker that computes for ever ends with the process that served", async () => {
  const serving = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", SERVING], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(serving.stdout, "data");
  const worker = Number(said);
  expect(isAlive(worker)).toBe(true);
  serving.kill("SIGKILL");
  while (isAlive(worker)) await new Promise((resolve) => setTimeout(resolve, 100));
}, 60_000);
