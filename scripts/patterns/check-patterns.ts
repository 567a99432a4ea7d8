import { readFileSync, writeFileSync } from "node:fs";
import { check } from "recheck";
import { collectPatterns, type Pattern } from "./collect-patterns.ts";
import { patternParts } from "./pattern-parts.ts";

const FILE = new URL("../../test/patterns/checked.json", import.meta.url);
const TIMEOUT_MS = 30_000;
/** What is not decided as a whole in this time is judged by its parts. */
const WHOLE_MS = 2_000;

/**
 * How the time a pattern takes grows with the text, in one word: safe, linear, polynomial 2, exponential, unknown. Where the whole
 * is not decided, or seems to grow faster than the square for its long repeats, its parts are judged.
 */
export async function growthOf({ source, flags }: Pattern, timeout = TIMEOUT_MS): Promise<string> {
  const whole = await judged(source, flags, {
    timeout: Math.min(timeout, WHOLE_MS),
    checker: "auto",
  });
  if (degreeOf(whole) <= 2 || whole === "exponential") return whole;
  let worst = "safe";
  for (const part of patternParts(source)) {
    const exact = await judged(part.source, flags, { timeout, checker: "automaton" });
    const found =
      exact === "unknown" ? await judged(part.source, flags, { timeout, checker: "auto" }) : exact;
    const degree = degreeOf(found);
    const counted = part.looks && Number.isFinite(degree) && degree > 0 ? `polynomial ${degree + 1}` : found;
    if (degreeOf(counted) > degreeOf(worst)) worst = counted;
  }
  return worst;
}

/** The power of the text's length that a growth is; infinite for an exponential and for one that is not decided. */
export function degreeOf(growth: string): number {
  if (growth === "safe") return 0;
  if (growth === "linear") return 1;
  return Number(/^polynomial (\d+)$/.exec(growth)?.[1] ?? Number.POSITIVE_INFINITY);
}

type Settings = Parameters<typeof check>[2];

async function judged(source: string, flags: string, settings: Settings): Promise<string> {
  const result = await check(source, flags, settings);
  if (result.status === "unknown") return "unknown";
  const { complexity } = result;
  return complexity.type === "polynomial" ? `polynomial ${complexity.degree}` : complexity.type;
}

/** `npm run patterns`: checks every pattern that is not in the file yet, and writes the file without those that are gone. */
async function main(): Promise<void> {
  const known: Record<string, string> = JSON.parse(readFileSync(FILE, "utf8")).growth;
  const growth: Record<string, string> = {};
  for (const pattern of await collectPatterns()) {
    const before = known[pattern.digest];
    const found = before === undefined || degreeOf(before) > 2 ? await growthOf(pattern) : before;
    growth[pattern.digest] = found;
    if (degreeOf(found) > 2)
      process.stdout.write(`${found}\t${pattern.digest}\t${pattern.where}\t${pattern.source}\n`);
  }
  const sorted = Object.fromEntries(Object.entries(growth).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify({ growth: sorted }, null, 2)}\n`);
}

if (process.argv[1]?.endsWith("check-patterns.ts")) {
  await main();
  process.exit(0);
}
