import { makeQuestionSet, type Reading } from "#evaluate/sets/question-set.ts";
import type { EvaluationSubject } from "#evaluate/subject.ts";
import type { ChatResponse } from "#protocol/chat.ts";
import type { IndicatorRecord, SearchHit } from "#protocol/library.ts";
import { toyQuestion } from "./toy-subject.ts";

/** Faults that can be planted, one in each component. */
export type Fault =
  | "wrong alias"
  | "dropped chunk"
  | "swapped target and actual"
  | "broken quote offset"
  | "over-refusing threshold"
  | "invented figure";

const LINES = [
  "地区生产总值（亿元）目标330实绩338.9",
  "人均可支配收入（元）目标50000实绩51234",
  "全年建成口袋公园三座，新增绿地二十公顷",
  "塔坪小区被游客称为小首尔",
];
const TEXT = `${LINES.join("\n")}\n`;
const ALIASES: Readonly<Record<string, string>> = { GDP: "地区生产总值", 收入: "人均可支配收入" };

/** A working line from question to answer in small: alias, table, search, threshold, quote. */
export function toyPipeline(fault: Fault | null): EvaluationSubject {
  const chunks = LINES.filter((line) => fault !== "dropped chunk" || !line.includes("公园"));
  const rows = tableRows(fault === "swapped target and actual");
  const search = async (query: string) => rankByPairs(chunks, query);
  return {
    async *ask({ messages }) {
      const question = messages.at(-1)?.content ?? "";
      yield { type: "done", response: answer(question, { fault, rows, hits: await search(question) }) };
    },
    read: (messages) => readQuestion(messages.at(-1)?.content ?? "", fault),
    library: {
      documents: () => [
        { id: "d1", title: "甲区2022年报告", region: "甲区", years: [2022], sourceName: "one.txt" },
      ],
      document: () => ({ text: TEXT }),
      indicators: ({ indicators }) =>
        rows.filter(({ indicator }) => indicators.length === 0 || indicators.includes(indicator)),
    },
    environment: { configuration: {}, index: null, models: {}, prompts: {} },
    search: { hybrid: search },
  };
}

/** Two questions on figures, two on passages, one to refuse; the whole pipeline gets all of them right. */
export function toyPipelineSet() {
  const cell = { region: "甲区", year: 2022, kind: "actual" as const };
  const questions = [
    toyQuestion({
      id: "gdp",
      turns: ["2022年GDP是多少？"],
      must: [["338.9"]],
      evidence: [LINES[0] ?? ""],
      reading: { indicators: ["地区生产总值"], kinds: ["actual"] },
      cells: [{ ...cell, indicator: "地区生产总值", value: 338.9 }],
    }),
    toyQuestion({
      id: "income",
      turns: ["2022年收入是多少？"],
      must: [["51234"]],
      evidence: [LINES[1] ?? ""],
      reading: { indicators: ["人均可支配收入"], kinds: ["actual"] },
      cells: [{ ...cell, indicator: "人均可支配收入", value: 51_234 }],
    }),
    toyQuestion({
      id: "park",
      turns: ["全年建成几座口袋公园？"],
      must: [["三座"]],
      evidence: ["口袋公园三座"],
    }),
    toyQuestion({ id: "seoul", turns: ["小首尔是哪个小区？"], must: [["塔坪"]], evidence: [LINES[3] ?? ""] }),
    toyQuestion({ id: "phone", turns: ["区长的手机号？"], expect: "refuse" }),
  ];
  return makeQuestionSet(
    "toy",
    questions.map((question, row) => ({ row, question })),
  );
}

function readQuestion(question: string, fault: Fault | null): Reading {
  const aliases = fault === "wrong alias" ? { ...ALIASES, GDP: "人均可支配收入" } : ALIASES;
  const indicators = Object.entries(aliases).flatMap(([alias, name]) =>
    question.includes(alias) ? [name] : [],
  );
  return { indicators, kinds: indicators.length > 0 ? ["actual"] : [] };
}

interface Found {
  readonly fault: Fault | null;
  readonly rows: readonly IndicatorRecord[];
  readonly hits: readonly SearchHit[];
}

function answer(question: string, { fault, rows, hits }: Found): ChatResponse {
  const [indicator] = readQuestion(question, fault).indicators ?? [];
  const row = rows.find((one) => one.indicator === indicator && one.kind === "actual");
  const threshold = fault === "over-refusing threshold" ? 9 : 2;
  const [best] = hits;
  if (row === undefined && (best === undefined || best.score < threshold))
    return respond("refused", "报告里没有。");
  const quoted =
    row === undefined ? (best?.text ?? "") : (LINES.find((line) => line.includes(row.indicator)) ?? "");
  const start = TEXT.indexOf(quoted) + (fault === "broken quote offset" ? 1 : 0);
  const said = row === undefined ? quoted : `${row.indicator}为${row.raw}`;
  const extra = fault === "invented figure" ? "，约占77%" : "";
  const response = respond("answered", `${said}${extra}[1]。`);
  response.citations.push({
    ...{ marker: 1, documentId: "d1", title: "甲区2022年报告", section: [], quote: quoted, start },
    ...{ end: start + quoted.length, url: "/documents/d1" },
  });
  if (row !== undefined) response.indicators.push({ ...row, marker: 1 });
  return response;
}

function respond(status: ChatResponse["status"], text: string): ChatResponse {
  const empty = { blocks: [], question: "", citations: [], indicators: [], suggestions: [] };
  return { id: "r", status, reason: "toy", answer: text, intent: "report", writtenBy: "composer", ...empty };
}

function tableRows(swapped: boolean): IndicatorRecord[] {
  return LINES.flatMap((line) => {
    const [, indicator, target, actual] = /^(.+?)（.*目标([\d.]+)实绩([\d.]+)/.exec(line) ?? [];
    if (indicator === undefined || target === undefined || actual === undefined) return [];
    const [first, second] = swapped ? [actual, target] : [target, actual];
    return [row(indicator, "target", first), row(indicator, "actual", second)];
  });
}

function row(indicator: string, kind: "target" | "actual", raw: string): IndicatorRecord {
  const nothing = {
    period: "year",
    scope: "own",
    unit: null,
    qualifier: null,
    attribute: null,
    status: null,
    note: null,
  };
  const place = { documentId: "d1", start: 0, end: 1, source: "table" as const, confidence: 1 };
  const cell = { region: "甲区", year: 2022, indicator, name: indicator, kind, value: Number(raw), raw };
  return { id: `${indicator}-${kind}`, ...cell, ...nothing, ...place };
}

/** Chunks by the number of character pairs they share with the query. */
function rankByPairs(chunks: readonly string[], query: string): SearchHit[] {
  const pairs = Array.from({ length: query.length - 1 }, (_, at) => query.slice(at, at + 2));
  return chunks
    .map((text) => ({ text, score: pairs.filter((pair) => text.includes(pair)).length }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ text, score }) => {
      const start = TEXT.indexOf(text);
      return {
        documentId: "d1",
        title: "甲区2022年报告",
        section: [],
        text,
        start,
        end: start + text.length,
        score,
      };
    });
}
