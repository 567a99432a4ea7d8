import { readFileSync, writeFileSync } from "node:fs";
import { check } from "recheck";
import { collectPatterns, type Pattern } from "./collect-patterns.ts";

const FILE = new URL("../../test/patterns/checked.json", import.meta.url);
const TIMEOUT_MS = 10_000;

/** How the time a pattern takes grows with the text, in one word: safe, linear, polynomial 2, exponential, unknown. */
export async function growthOf({ source, flags }: Pattern, timeout = TIMEOUT_MS): Promise<string> {
  const result = await check(source, flags, { timeout });
  if (result.status === "unknown") return "unknown";
  const { complexity } = result;
  return complexity.type === "polynomial" ? `polynomial ${complexity.degree}` : complexity.type;
}

/** `npm run patterns`: checks every pattern that is not in the file yet, and writes the file without those that are gone. */
async function main(): Promise<void> {
  const known: Record<string, string> = JSON.parse(readFileSync(FILE, "utf8")).growth;
  const { excused } = JSON.parse(readFileSync(FILE, "utf8"));
  const growth: Record<string, string> = {};
  for (const pattern of await collectPatterns()) {
    const found = known[pattern.digest] ?? (await growthOf(pattern));
    growth[pattern.digest] = found;
    if (known[pattern.digest] === undefined && !/^(?:safe|linear)$/.test(found))
      process.stdout.write(`${found}\t${pattern.where}\t${pattern.source.slice(0, 100)}\n`);
  }
  const sorted = Object.fromEntries(Object.entries(growth).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify({ excused, growth: sorted }, null, 2)}\n`);
}

if (process.argv[1]?.endsWith("check-patterns.ts")) {
  await main();
  process.exit(0);
}
