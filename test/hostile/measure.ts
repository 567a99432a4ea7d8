import { readFileSync } from "node:fs";
import { openBuilt } from "#compose/ask/open-ask-line.ts";
import { readConfiguration } from "#configuration.ts";

/**
 * Asks conversations, one after another, and prints the processor time and the status of each as JSON lines. The time is told
 * in milliseconds of a core at 3 GHz: a loop of known work beside each question says how fast this machine is just then. What took
 * longer than is wanted is asked twice more and the shortest time is told: what was compiled meanwhile is no cost of the question.
 */
const [indexDirectory = "", file = ""] = process.argv.slice(2);
const conversations: string[][] = JSON.parse(readFileSync(file, "utf8"));
const line = await openBuilt(readConfiguration({ INDEX_DIR: indexDirectory }));
await line.warm();

const ROUNDS = 1.5e7;
/** What the loop takes on such a core. */
const LOOP_MS = 20;
let sink = 0;
const cpuMs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};
function loop(): number {
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) sink = (Math.imul(sink, 31) + round) | 0;
  return cpuMs(before);
}
for (let warming = 0; warming < 10; warming += 1) loop();
let speed = loop();
const ENOUGH_MS = 200;
const TRIES = 3;

async function costOf(turns: readonly string[]): Promise<{ ms: number; status: string }> {
  const messages = turns.map((content) => ({ role: "user" as const, content }));
  const before = process.cpuUsage();
  let status = "";
  for await (const event of line.ask({ messages })) if (event.type === "done") status = event.response.status;
  const spent = cpuMs(before);
  const after = loop();
  const ms = (spent / ((speed + after) / 2)) * LOOP_MS;
  speed = after;
  return { ms, status };
}

for (const turns of conversations) {
  let least = await costOf(turns);
  for (let tries = 1; tries < TRIES && least.ms > ENOUGH_MS; tries += 1) {
    const again = await costOf(turns);
    if (again.ms < least.ms) least = again;
  }
  process.stdout.write(`${JSON.stringify(least)}\n`);
}
process.exit(0);
