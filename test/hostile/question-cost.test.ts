import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { buildIndex } from "#compose/build/build-line.ts";
import { readConfiguration } from "#configuration.ts";
import { questionsOf } from "./words.ts";

/** A request costs up to 300 ms of a core at 3 GHz, whatever is asked; cores that other programs want make it a fifth more. */
const MOST_MS = 400;

const folder = mkdtempSync(join(tmpdir(), "question-cost-"));
const indexDirectory = join(folder, "index");
beforeAll(async () => {
  await buildIndex(readConfiguration({ INDEX_DIR: indexDirectory }));
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

const costSchema = z.object({ ms: z.number(), status: z.string() });
type Cost = z.infer<typeof costSchema>;

/** Seconds of processor time after which the system ends the process: a bound that a busy machine does not move. */
const CPU_SECONDS = 90;

/** What each conversation costs in a process of its own. */
async function costsOf(conversations: readonly (readonly string[])[]): Promise<Cost[]> {
  const file = join(folder, `${conversations.length}.json`);
  writeFileSync(file, JSON.stringify(conversations));
  const script = fileURLToPath(new URL("./measure.ts", import.meta.url));
  const limited = `ulimit -t ${CPU_SECONDS}; exec "$0" "$@"`;
  const child = spawn(
    "bash",
    ["-c", limited, process.execPath, "--import", "tsx", script, indexDirectory, file],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (more: string) => {
    text += more;
  });
  await once(child, "close");
  const lines = text.split("\n").filter((each) => each !== "");
  return lines.map((each) => costSchema.parse(JSON.parse(each)));
}

const FIGURE = "江北区2022年GDP增速是多少？";
const mixed = (length: number): string =>
  Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 8000))).join("");

const FOLLOW_UPS = [
  "第一个和第二个差多少",
  "那去年呢？",
  "渝北呢？",
  "为什么？",
  "刚才说的第一条",
  "排第几",
  "谢谢",
];
const pasted = readFileSync("corpus/jiangbei-2020-plan-report.txt", "utf8");
const HOSTILE: readonly (readonly [string, readonly string[]])[] = [
  ["a word of regret said in two ways", [`错${"哎啊".repeat(30)}x`]],
  ["是不是 as one word or two", [`${"是不是".repeat(30)}和和也而就`]],
  ["刚刚 as one word or two", [`都${"刚刚前面".repeat(30)}字`]],
  ["整体 as two kinds of word", ["国民和整体和".repeat(30)]],
  ["syllables cut at every letter", [`${"chiong".repeat(30)}cc`]],
  ["资金额 cut in two places, after a figure", [FIGURE, "投入资金额".repeat(30)]],
  [
    "a conversation of 24 turns that each look back",
    [FIGURE, ...Array(23).fill("第一个指标和第二个指标差多少？")],
  ],
  ["the same of 50 turns", [FIGURE, ...Array(49).fill("第一个指标和第二个指标差多少？")]],
  [
    "2,000 characters of ordinary words",
    ["江北区2022年地区生产总值是多少，固定资产投资完成情况怎么样，".repeat(80).slice(0, 2_000)],
  ],
  [
    "50 turns that lean on each other in several ways",
    [FIGURE, ...Array.from({ length: 49 }, (_, at) => FOLLOW_UPS[at % FOLLOW_UPS.length] ?? "")],
  ],
  [
    "50 turns of 400 characters, as many as a request holds",
    [FIGURE, ...Array(49).fill("第一个和第二个差多少".repeat(40))],
  ],
  ["50 turns of the product's own words", questionsOf(400, 50, 5)],
  ["one question asked 200 times over", ["第一个和第二个差多少".repeat(200)]],
  ["2,000 characters pasted from a report", [pasted.slice(6_000, 8_000)]],
  ["the same, and a question behind", [`${pasted.slice(9_000, 10_980)}这里的失业率是多少？`]],
  ["a name and 640 characters that each may be misspelt", [`江北区${mixed(640)}是多少？`]],
  ["2,000 characters without a word", [mixed(2_000)]],
  ["2,000 digits", ["1234567890".repeat(200)]],
  ["2,000 blanks and one letter", [`${" ".repeat(1_000)}x${" ".repeat(999)}`]],
  ["2,000 numerals", ["一千百".repeat(666)]],
];

test("every hostile question and conversation, none longer than a request may be, is answered or refused, at a cost that is bounded", async () => {
  const costs = await costsOf(HOSTILE.map(([, turns]) => turns));
  const told = HOSTILE.map(
    ([name], at) =>
      [name, costs[at]?.status ?? "never ended", costs[at]?.ms ?? Number.POSITIVE_INFINITY] as const,
  );
  expect(told.filter(([, status]) => !["answered", "refused", "clarify"].includes(status))).toEqual([]);
  expect(told.filter(([, , ms]) => ms > MOST_MS)).toEqual([]);
}, 600_000);

test("a question twice as long costs less than 2.6 times as much", async () => {
  // Of more than 240 characters only a part is read.
  const LENGTHS = [60, 120, 240, 2_000];
  const SAMPLES = 5;
  // A few milliseconds are spent however short a question is, and more are lost to whatever else the machine does.
  const FLOOR_MS = 40;
  const costs = await costsOf(
    LENGTHS.flatMap((length) => questionsOf(length, SAMPLES, 7).map((each) => [each])),
  );
  const median = LENGTHS.map((_, at) => {
    const own = costs.slice(at * SAMPLES, (at + 1) * SAMPLES).map(({ ms }) => ms);
    return Math.max(FLOOR_MS, own.sort((a, b) => a - b)[Math.floor(SAMPLES / 2)] ?? Number.POSITIVE_INFINITY);
  });
  expect(costs).toHaveLength(LENGTHS.length * SAMPLES);
  expect(Math.max(...costs.map(({ ms }) => ms))).toBeLessThan(MOST_MS);
  // Over three doublings, so that one hiccup of the machine decides nothing.
  expect((median.at(-1) ?? 0) / (median[0] ?? 1)).toBeLessThan(2.6 ** 3);
}, 600_000);
