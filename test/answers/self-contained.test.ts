import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { outlineOf } from "#question/outline.ts";
import { conversationReader } from "#question/understand.ts";
import "../property-seed.ts";
import { openCorpus } from "./open-corpus.ts";

/** What may have been talked of before: a figure, a list, a term, a target, a comparison, English, a person, a reason. */
const OPENINGS = [
  "江北区2022年GDP增速",
  "渝北区2023年存在哪些问题",
  "什么是无废城市",
  "大渡口区2022年哪些指标没完成",
  "渝北区2023年一般公共预算收入目标是多少",
  "How many parks were built in Jiangbei?",
  "江北区2020年就业情况",
  "大渡口怎么发展文化产业",
  "各区2022年GDP",
  "渝北2023年新建了几所学校",
  "江北区为什么没完成财政收入目标",
  "江北区2020年到2022年GDP变化",
  "大渡口区2022年固定资产投资和2021年比",
  "渝北区长是谁",
  "江北区2023年民生实事有哪些",
  "2022年哪个区增速最高",
  "江北2022年社零完成目标了吗",
  "怎么办社保卡",
  "谢谢",
  "你真是个废物",
];

const corpus = await openCorpus();
afterAll(() => corpus.close());

const lineSchema = z.object({ turns: z.array(z.string()).min(1) });
const questionsOf = (file: string): string[] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => lineSchema.parse(JSON.parse(line)).turns)
    .flatMap(([only = "", another]) => (another === undefined ? [only] : []));

const conversation = conversationReader(outlineOf(corpus.index.metadata()));
const asQuestion = (...turns: string[]) => conversation.question(conversation.read(turns));
const SETS = [
  "dev-questions",
  ...["", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9"].map((set) => `project-dev${set}`),
];
/** Of the single questions, those that name the region they are about. */
const every = [...new Set(SETS.flatMap((set) => questionsOf(`evals/${set}.jsonl`)))].filter((asked) => {
  const { regions, otherRegions } = asQuestion(asked);
  return regions.length + otherRegions.length > 0;
});
/** One question in so many is read behind all openings; `EVERY_QUESTION=1 npx vitest run test/answers/self-contained.test.ts` takes them all. */
const WHOLE = process.env["EVERY_QUESTION"] === "1";
const questions = every.filter((_, at) => WHOLE || at % 40 === 0);
const runs = (sampled: number): number => (WHOLE ? every.length : sampled);

describe("a question that stands by itself", () => {
  test.each(questions)("is the same question after any other: %s", (asked) => {
    const alone = asQuestion(asked);
    for (const opening of OPENINGS) expect(asQuestion(opening, asked), opening).toEqual(alone);
  });

  test("gets the same answer byte for byte in a new conversation and after any other", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...every), fc.constantFrom(...OPENINGS), async (asked, opening) => {
        const { id: _, ...alone } = await corpus.answer(asked);
        const { id: __, ...after } = await corpus.answer(opening, asked);
        expect(JSON.stringify(after)).toBe(JSON.stringify(alone));
      }),
      { numRuns: runs(20) },
    );
  });
});

describe("a chip", () => {
  test("is answered when it is clicked", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...every), async (asked) => {
        const { suggestions, status } = await corpus.answer(asked);
        for (const chip of status === "clarify" ? [] : suggestions)
          expect((await corpus.answer(asked, chip)).status, `${asked} → ${chip}`).toBe("answered");
      }),
      { numRuns: runs(12) },
    );
  });
});

describe("a turn that asks no report", () => {
  const said = readFileSync("training/intents/utterances.tsv", "utf8")
    .trim()
    .split("\n")
    .flatMap((line) => (line.split("\t")[1] ?? "").split("|"));

  test("cites none, and is offered no question where it was refused for a counter or as sensitive", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...said), async (asked) => {
        const { intent, citations, indicators, suggestions } = await corpus.answer(asked);
        if (intent === "report" || intent === "operation") return;
        expect([citations, indicators]).toEqual([[], []]);
        if (intent === "handover" || intent === "sensitive") expect(suggestions).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

test("every refusal names whom to call", async () => {
  const asked = [...questionsOf("evals/open/off-scope.jsonl"), ...OPENINGS];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...asked), async (question) => {
      const { status, answer, blocks } = await corpus.answer(question);
      if (status !== "refused") return;
      expect(blocks.some(({ type }) => type === "contact")).toBe(true);
      expect(answer).toContain("(tel:");
    }),
    { numRuns: 30 },
  );
});
