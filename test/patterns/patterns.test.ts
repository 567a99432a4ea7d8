import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { degreeOf, growthOf } from "../../scripts/patterns/check-patterns.ts";
import type { Pattern } from "../../scripts/patterns/collect-patterns.ts";
import { patternParts } from "../../scripts/patterns/pattern-parts.ts";
import { regexLiterals } from "../../scripts/patterns/regex-literals.ts";
import checked from "./checked.json" with { type: "json" };

const growth: Readonly<Record<string, string>> = checked.growth;
/** Patterns that are not in the file yet are checked here, so many of them and each so long; `npm run patterns` does the rest. */
const MOST_NEW = 60;
const TIMEOUT_MS = 3_000;

const script = fileURLToPath(new URL("../../scripts/patterns/print-patterns.ts", import.meta.url));
const patterns: Pattern[] = JSON.parse(
  execFileSync(process.execPath, ["--import", "tsx", script], { encoding: "utf8", maxBuffer: 2 ** 26 }),
);

test("regular expressions are told from divisions, comments and text", () => {
  const inTemplate = ["`/no/$", "{/z/.source}/no/`"].join("");
  const code = `const a = 1 / 2 / 3; // /no/\nconst b = /x[/"]\\/y/gu.test(${inTemplate}); /* /no/ */ "/no/";`;
  expect(regexLiterals(code).map(({ source, flags, line }) => [source, flags, line])).toEqual([
    ['x[/"]\\/y', "gu", 2],
    ["z", "", 2],
  ]);
});

test("no pattern over a user's or a report's words grows faster than the square of their length", () => {
  const bad = patterns.flatMap(({ digest, where, source }) => {
    const found = growth[digest] ?? "safe";
    return degreeOf(found) > 2 ? [`${found} ${where} ${source.slice(0, 80)}`] : [];
  });
  expect(bad).toEqual([]);
});

test.each([
  ["^(?:a|aa)+$", "exponential"],
  ["(?=(?:a|aa)+$)b", "exponential"],
  ["x.*y.*z", "polynomial 3"],
  ["[^。]{0,400}(?:指标|目标)$", "safe"],
])("the check finds that %s is %s", async (source, growth) => {
  expect(await growthOf({ digest: "", source, flags: "", where: "" })).toBe(growth);
});

test("a pattern is judged by its alternatives, what it looks for, and its repeats made short", () => {
  expect(patternParts("a(?=b+|c)d{2,90}|(?<!e)[(|]{7}")).toEqual([
    { source: "^(?:b+)", looks: true },
    { source: "^(?:c)", looks: true },
    { source: "(?:e)$", looks: true },
    { source: "ad{2,4}", looks: false },
    { source: "[(|]{4}", looks: false },
  ]);
});

test("nor is any that was added since", async () => {
  const added = patterns.filter(({ digest }) => growth[digest] === undefined).slice(0, MOST_NEW);
  const bad: string[] = [];
  for (const pattern of added)
    if ((await growthOf(pattern, TIMEOUT_MS)) === "exponential")
      bad.push(`${pattern.where} ${pattern.source}`);
  expect(bad).toEqual([]);
}, 300_000);
