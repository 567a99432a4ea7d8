import { connect, type Socket } from "node:net";
import { watchHealth } from "./health.ts";
import { ask, residentMiB, startService } from "./service.ts";
import type { Counts } from "./trials.ts";

const SOCKETS = 1_100;
const SLOW = 60;
const PILED = 20;
const MOST_GROWTH_MIB = 300;
const QUESTION = "江北区2022年GDP增速是多少？";
const BODY = JSON.stringify({ messages: [{ role: "user", content: QUESTION }] });
const HEAD = "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * One address opens 1,100 connections, sends bodies a byte at a time and piles up requests, for so many seconds; another address
 * goes on reading. The reader is answered, and what the crowd holds is bounded.
 */
export async function crowd(seconds: number): Promise<Counts> {
  const service = await startService({ RATE_LIMIT: "6000" });
  const { hostname, port } = new URL(service.at);
  const open = new Set<Socket>();
  let closed = 0;
  const socket = (localAddress: string): Socket => {
    const one = connect({ host: hostname, port: Number(port), localAddress });
    open.add(one);
    one.on("error", () => undefined).resume();
    one.once("close", () => {
      closed += 1;
      open.delete(one);
    });
    return one;
  };
  await ask(service.at, QUESTION);
  const before = residentMiB([service.processId]);
  const watch = await watchHealth(service.at);
  for (let at = 0; at < SOCKETS; at += 1) socket("127.0.0.2");
  for (let at = 0; at < SLOW; at += 1) socket("127.0.0.3").write(`${HEAD}Content-Length: 5000\r\n\r\n{`);
  const piled = `${HEAD}Content-Length: ${Buffer.byteLength(BODY)}\r\n\r\n${BODY}`.repeat(1_000);
  for (let at = 0; at < PILED; at += 1) socket("127.0.0.4").write(piled);
  const drip = setInterval(() => {
    for (const one of open) one.write(" ");
  }, 1_000);
  await pause(500);
  const held = open.size;
  const counts: Counts = { "sockets at once": held, answered: 0, "told to come back": 0, failed: 0 };
  const until = performance.now() + seconds * 1_000;
  while (performance.now() < until) {
    const { status } = await ask(service.at, QUESTION);
    const how = status === 200 ? "answered" : status === 503 ? "told to come back" : "failed";
    counts[how] = (counts[how] ?? 0) + 1;
    await pause(100);
  }
  clearInterval(drip);
  const grown = Math.round(residentMiB([service.processId]) - before);
  const health = watch.end();
  for (const one of open) one.destroy();
  await service.stop();
  const failed = (counts["failed"] ?? 0) + (health["/healthz failed"] ?? 0);
  const isWrong = failed > 0 || (counts["answered"] ?? 0) === 0 || grown > MOST_GROWTH_MIB;
  return { ...counts, closed, ...health, "grown (MiB)": grown, wrong: isWrong ? 1 : 0 };
}
