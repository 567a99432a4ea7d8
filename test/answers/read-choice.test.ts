import { describe, expect, test } from "vitest";
import { Desk } from "#answer/desk.ts";
import { passageDraft } from "#answer/passages/passage-draft.ts";
import { FLOOR, LIKELY, nearestRead } from "#answer/passages/read-choice.ts";
import type { Sources } from "#answer/sources.ts";
import { textsOf } from "#answer/verify.ts";
import type { SourceDocument } from "#domain/document.ts";
import { createUnderstand } from "#question/understand.ts";
import type { ReadUnit } from "#read/read-unit.ts";
import { documentWith, sourcesOf } from "./example-sources.ts";

const TEXT = [
  "一、旅游",
  "建成游客中心三座。新开游船航线两条。打造夜游街区。引进四家酒店。",
  "二、会议",
  "各位代表，让我们团结奋斗！",
  "当前正处在机遇期、攻坚期、凸显期、关键期四个期叠加的阶段。",
  "",
].join("\n");
const headed = (title: string, last: string) => ({
  ...{ id: title, parent: null, kind: "heading" as const, level: 1, title },
  heading: { start: TEXT.indexOf(title), end: TEXT.indexOf(title) + title.length },
  span: { start: TEXT.indexOf(title), end: TEXT.indexOf(last) + last.length },
});
const document = documentWith({
  text: TEXT,
  sections: [headed("一、旅游", "引进四家酒店。"), headed("二、会议", "叠加的阶段。")],
});

/** A reader that has judged these sentences so, the likeliest first. */
function reading(
  judged: Readonly<Record<string, number>>,
  reports: readonly SourceDocument[] = [document],
): Sources {
  const units = Object.entries(judged).map(([words, probability], rank): ReadUnit => {
    const report = reports.find(({ text }) => text.includes(words)) ?? document;
    const start = report.text.indexOf(words);
    const end = start + words.length;
    const chunk = {
      ...{ id: `c${rank}`, documentId: report.id, ordinal: 0, kind: "prose" as const, section: [] },
      ...{ text: words, context: "", start, end },
    };
    const passage = { chunk, score: 1, lexicalRank: 1, denseRank: null, coverage: 1 };
    const place = { documentId: report.id, start, end, passage, rank, ordinal: rank, before: null };
    return {
      unit: { ...place, kind: "sentence" },
      probability,
      odds: 0,
      features: { asks_manner: 1, ruleAsksFigure: 0 },
    };
  });
  const sources = sourcesOf(reports);
  return { ...sources, read: async () => units, holdsTerm: () => true };
}

const deskFor = (sources: Sources, asked: string) =>
  new Desk(createUnderstand(sources.outline)([asked]), sources);
const quotes = async (sources: Sources, asked: string) =>
  (await passageDraft(deskFor(sources, asked), "passage"))?.book.citations.map(({ quote }) => quote) ?? null;

describe("what the reader holds likely", () => {
  test("answers, and what it does not is refused", async () => {
    const asked = "江北区夜游街区在打造吗？";
    expect(await quotes(reading({ "打造夜游街区。": LIKELY + 0.05 }), asked)).toEqual(["打造夜游街区。"]);
    expect(await quotes(reading({ "打造夜游街区。": LIKELY - 0.05 }), asked)).toBeNull();
  });
  test("is never the closing words of a report", async () => {
    const sources = reading({ "各位代表，让我们团结奋斗！": 0.9 });
    expect(await quotes(sources, "江北区的代表怎么样？")).toBeNull();
    expect(await nearestRead(deskFor(sources, "江北区的代表怎么样？"), null)).toEqual([]);
  });
  test("is shown as the nearest thing held only above a floor", async () => {
    const near = async (probability: number) =>
      (await nearestRead(deskFor(reading({ "引进四家酒店。": probability }), "江北区2022年酒店？"), null))
        .length;
    expect(await near(FLOOR + 0.01)).toBe(1);
    expect(await near(FLOOR - 0.01)).toBe(0);
  });
  test("goes before the likelier where it tells just as many as are asked for", async () => {
    const four = "当前正处在机遇期、攻坚期、凸显期、关键期四个期叠加的阶段。";
    const sources = reading({ "打造夜游街区。": 0.6, [four]: 0.3 });
    expect(await quotes(sources, "江北区处在“四个期”，是哪四个？")).toEqual([four]);
  });
});

test("where several points are asked for, those of the section that answer as well are told in its order", async () => {
  const sources = reading({
    "打造夜游街区。": 0.8,
    "建成游客中心三座。": 0.6,
    "引进四家酒店。": 0.1,
    "当前正处在机遇期、攻坚期、凸显期、关键期四个期叠加的阶段。": 0.7,
  });
  const draft = await passageDraft(deskFor(sources, "江北区怎么发展旅游？"), "passage");
  const told = draft?.blocks.flatMap(textsOf).join("") ?? "";
  expect(told).toMatch(/建成游客中心三座.*打造夜游街区/su);
  expect(told).not.toContain("酒店");
  expect(told).not.toContain("攻坚期");
});

test("of reports that say it about as well, the newest speaks where no year is asked", async () => {
  const saying = (year: number, words: string) =>
    documentWith({ id: `r${year}`, reviewYear: year, years: [year], text: `${words}\n` });
  const reports = [saying(2021, "养老服务站建成十个。"), saying(2023, "养老服务站建成运营。")];
  const sources = reading({ "养老服务站建成十个。": 0.8, "养老服务站建成运营。": 0.79 }, reports);
  expect(await quotes(sources, "江北区养老服务站建成了吗？")).toEqual(["养老服务站建成运营。"]);
});
