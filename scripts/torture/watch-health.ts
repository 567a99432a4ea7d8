import { get } from "node:http";

/**
 * Asks /healthz twenty times a second until it is ended, each time on a connection of its own, and prints the milliseconds of each.
 * Its own first requests, in which it is compiled, are no delay of the service: they are not printed.
 */
const [at = ""] = process.argv.slice(2);
const WARMING = 40;

function asked(): Promise<number | null> {
  const began = performance.now();
  return new Promise((resolve) => {
    const request = get(`${at}/healthz`, { agent: false, timeout: 10_000 }, (reply) => {
      reply.resume();
      reply.once("end", () => resolve(reply.statusCode === 200 ? performance.now() - began : null));
      reply.once("error", () => resolve(null));
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(null));
  });
}

for (let first = 0; first < WARMING; first += 1) await asked();
process.stdout.write("begins\n");
const watch = setInterval(async () => {
  process.stdout.write(`${(await asked()) ?? "failed"}\n`);
}, 50);
process.stdout.on("error", () => clearInterval(watch));
