import { readFileSync } from "node:fs";
import { readConfiguration } from "#configuration.ts";
import { openBuilt } from "#open-ask-line.ts";

/** Asks conversations, one after another, and prints the milliseconds of processor time and the status of each as JSON lines. */
const [indexDirectory = "", file = ""] = process.argv.slice(2);
const conversations: string[][] = JSON.parse(readFileSync(file, "utf8"));
const line = await openBuilt(readConfiguration({ INDEX_DIR: indexDirectory }));
await line.warm();
for (const turns of conversations) {
  const messages = turns.map((content) => ({ role: "user" as const, content }));
  const before = process.cpuUsage();
  let status = "";
  for await (const event of line.ask({ messages })) if (event.type === "done") status = event.response.status;
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${JSON.stringify({ ms: (user + system) / 1000, status })}\n`);
}
process.exit(0);
