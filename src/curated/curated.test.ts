import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { Ask, ChatResponse } from "#protocol/chat.ts";
import { parseAnswers } from "./answers-file.ts";
import { curatedAsk } from "./curated-ask.ts";
import { reloaded } from "./reloaded.ts";
import { parseSynonyms } from "./synonyms-file.ts";
import { parseWords, WordMatcher } from "./word-matcher.ts";

const HOTLINE = {
  questions: ["热线电话是多少？", "怎么打热线"],
  answer: "请拨打 12345，24 小时受理。",
  link: "https://www.example.gov.cn/12345",
  from: "2026-01-01",
  to: "2026-12-31",
  owner: "政务服务办",
};
const file = (...lines: unknown[]) =>
  parseAnswers(lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));

const reports: Ask = ({ messages }) => {
  throw new Error(`the reports are asked ${messages.map(({ content }) => content).join(" / ")}`);
};
const asker = (answers = file(HOTLINE), words: readonly string[] = [], day = "2026-11-30", own = "") =>
  curatedAsk(reports, {
    synonyms: () => parseSynonyms(own),
    answers: () => answers,
    sensitive: () => new WordMatcher(words),
    refusal: "这个问题不便回答。",
    generation: "g1",
    now: () => new Date(`${day}T08:00:00+08:00`),
  });

async function answerTo(ask: Ask, content: string): Promise<ChatResponse | null> {
  let deltas = "";
  for await (const event of ask({ messages: [{ role: "user", content }] })) {
    if (event.type === "delta") deltas += event.text;
    if (event.type !== "done") continue;
    expect(event.response.answer).toBe(deltas);
    return event.response;
  }
  return null;
}

describe("an answer of the operator", () => {
  test.each(["热线电话是多少？", "热线电话是多少", " 热線電話 是多少?! ", "怎么打热线。"])(
    "is given to %s, with its link and without a report",
    async (question) => {
      const answer = await answerTo(asker(), question);
      expect(answer).toMatchObject({
        status: "answered",
        reason: "curated",
        citations: [],
        generation: "g1",
      });
      expect(answer?.answer).toContain("12345，24 小时受理。\n\nhttps://");
    },
  );

  test.each(["江北区热线电话是多少？", "热线电话", "热线电话是多少年开通的"])(
    "is not given to %s, which is another question",
    (question) =>
      expect(() => asker()({ messages: [{ role: "user", content: question }] })).toThrow("reports"),
  );

  test.each([
    ["2025-12-31", false],
    ["2026-01-01", true],
    ["2026-12-31", true],
    ["2027-01-01", false],
  ])("is given on %s: %s", async (day, given) => {
    const asked = () => answerTo(asker(file(HOTLINE), [], day), "怎么打热线");
    if (given) expect(await asked()).toMatchObject({ reason: "curated" });
    else await expect(asked()).rejects.toThrow("reports");
  });

  test("with a fault is named by its line and left out; the others count", async () => {
    const answers = file(
      "// 说明",
      HOTLINE,
      "{ no json",
      { ...HOTLINE, questions: ["怎么打热线"] },
      { ...HOTLINE, link: "javascript:x" },
    );
    expect(answers.problems.map((problem) => problem.split(":")[0])).toEqual(["line 3", "line 4", "line 5"]);
    expect(await answerTo(asker(answers), "怎么打热线")).toMatchObject({ reason: "curated" });
  });
});

describe("a word of the site", () => {
  const own = "民声台 = 热线\n江开区 = 江北经济开发区";

  test("is asked of the reports as what it stands for, in every turn of the reader", () => {
    const messages = [
      { role: "user" as const, content: "江开区有多少企业" },
      { role: "assistant" as const, content: "江开区有 3 家。" },
      { role: "user" as const, content: "江开区呢" },
    ];
    expect(() => asker(file(HOTLINE), [], "2026-11-30", own)({ messages })).toThrow(
      "asked 江北经济开发区有多少企业 / 江开区有 3 家。 / 江北经济开发区呢",
    );
  });

  test("finds an answer of the operator that is asked for by it", async () => {
    expect(await answerTo(asker(file(HOTLINE), [], "2026-11-30", own), "怎么打民声台？")).toMatchObject({
      reason: "curated",
    });
  });
});

describe("a word of the operator's list", () => {
  test.each(["说说某某事件", "说说某 某.事-件", "ＭＭ事件？"])("ends %s", async (question) => {
    const ask = asker(file(HOTLINE), parseWords("# 名单\n某某事件\nmm事件 # 缩写\n"));
    expect(await answerTo(ask, question)).toMatchObject({
      status: "refused",
      intent: "sensitive",
      citations: [],
    });
  });

  test("is found exactly where a plain search finds it, among thousands", () => {
    const letters = fc.string({ unit: fc.constantFrom("甲", "乙", "丙", "a"), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 30 }),
        fc.string({ unit: fc.constantFrom("甲", "乙", "丙", "a", "丁"), maxLength: 30 }),
        (words, text) => {
          expect(new WordMatcher(words).isIn(text)).toBe(words.some((word) => text.includes(word)));
        },
      ),
    );
  });
});

test("a file is read again when it has changed, and one that is gone says nothing", () => {
  const folder = mkdtempSync(join(tmpdir(), "curated-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const words = join(folder, "words.txt");
  const read = reloaded(words, parseWords);
  expect(read()).toEqual([]);
  writeFileSync(words, "甲");
  expect(read()).toEqual(["甲"]);
  writeFileSync(words, "甲\n乙乙");
  expect(read()).toEqual(["甲", "乙乙"]);
  rmSync(words);
  expect(read()).toEqual([]);
});
