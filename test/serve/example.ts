import type { Ask, ChatEvent, ChatResponse } from "#protocol/chat.ts";
import type {
  DocumentDetail,
  IndicatorPageQuery,
  IndicatorQuery,
  IndicatorRecord,
  Library,
} from "#protocol/library.ts";
import { coverageLine } from "#serve/pages/coverage-line.ts";
import { exampleQuestions } from "#serve/pages/example-questions.ts";
import { readingApp } from "#serve/reading-app.ts";
import type { Services } from "#serve/services.ts";
import { DEFAULT_SERVE_SETTINGS, type ServeSettings } from "#serve/settings.ts";
import { type ColumnFilter, columnsOf, IndicatorColumns } from "#store/indicator-columns.ts";

export const TEXT = [
  "北川县2022年国民经济计划执行情况报告",
  "一、上年完成情况",
  "全年地区生产总值增长3.7%。",
  "表1：主要指标",
  "指标\t2022年\t2023年预期目标",
  "地区生产总值增速（%）\t3.7\t5.5左右",
  "进口（亿元）\t-4.3\t—",
  "注：以统计公报为准。",
  "二、下年安排",
  "惠企政策直达快享。继续<落实>减税政策。",
].join("\n");

function span(words: string, from = 0) {
  const start = TEXT.indexOf(words, from);
  if (start < 0) throw new Error(`no such words: ${words}`);
  return { start, end: start + words.length };
}

function through(first: string, last: string) {
  return { start: span(first).start, end: span(last).end };
}

function section(id: string, parent: string | null, level: number, title: string) {
  return { id, parent, level, title, kind: "heading", heading: span(title), span: span(title) };
}

const tableStart = span("指标\t").start;

function row(line: string) {
  let at = span(line).start;
  const cells = line.split("\t").map((text) => {
    const cell = { text, start: at, end: at + text.length };
    at += text.length + 1;
    return cell;
  });
  return { span: span(line), cells, parent: null };
}

/** A small report with a heading, a table with a note, a lead-in and text that looks like markup. */
export const DOCUMENT: DocumentDetail = {
  id: "beichuan-2022",
  title: "北川县2022年国民经济计划执行情况报告",
  region: "北川县",
  years: [2022, 2023],
  kind: "plan-report",
  issuer: "北川县发展和改革局",
  published: "2023-02-01",
  sourceName: "beichuan.txt",
  format: "text",
  original: "/documents/beichuan-2022/original",
  pages: null,
  chars: TEXT.length,
  sections: 5,
  indicators: 4,
  text: TEXT,
  places: [],
  sectionTree: [
    { ...section("s1", null, 1, "一、上年完成情况"), span: through("一、上年完成情况", "公报为准。") },
    {
      ...section("s2", "s1", 2, "表1：主要指标"),
      kind: "table",
      span: through("表1：主要指标", "公报为准。"),
    },
    { ...section("s3", null, 1, "二、下年安排"), span: through("二、下年安排", "减税政策。") },
    { ...section("s4", "s3", 2, "惠企政策直达快享。"), kind: "lead-in" },
  ],
  tables: [
    {
      id: "t1",
      caption: "表1：主要指标",
      section: "s2",
      span: through("表1：主要指标", "公报为准。"),
      columns: ["指标", "2022年", "2023年预期目标"].map((title) => ({ levels: [title], title })),
      header: span("指标\t2022年\t2023年预期目标", tableStart),
      rows: [row("地区生产总值增速（%）\t3.7\t5.5左右"), row("进口（亿元）\t-4.3\t—")],
      notes: [span("注：以统计公报为准。")],
      unit: null,
    },
  ],
};

function record(facts: Partial<IndicatorRecord> & { raw: string }): IndicatorRecord {
  const cell = span(facts.raw);
  return {
    id: `${DOCUMENT.id}:${cell.start}`,
    region: "北川县",
    scope: "own",
    year: 2022,
    period: "year",
    indicator: "地区生产总值增速",
    name: "地区生产总值增速（%）",
    kind: "actual",
    value: Number.parseFloat(facts.raw),
    unit: "%",
    qualifier: null,
    attribute: null,
    status: null,
    note: null,
    source: "table",
    confidence: 1,
    documentId: DOCUMENT.id,
    ...cell,
    ...facts,
  };
}

export const RECORDS: readonly IndicatorRecord[] = [
  { ...record({ raw: "3.7" }), start: span("3.7\t").start, end: span("3.7\t").start + 3 },
  record({ raw: "5.5左右", year: 2023, kind: "target", value: 5.5, qualifier: "左右" }),
  record({ raw: "-4.3", indicator: "进口", name: "进口（亿元）", unit: "亿元", note: '=SUM("A1"),甲\n乙' }),
  record({
    raw: "—",
    indicator: "进口",
    name: "进口（亿元）",
    unit: "亿元",
    year: 2023,
    kind: "target",
    value: null,
  }),
];

/** The example report with these rows. */
export function libraryOf(records: readonly IndicatorRecord[]): Library {
  const columns = new IndicatorColumns(columnsOf(records));
  const rowsOf = (query: IndicatorPageQuery) =>
    [...columns.positions(columnFilterOf(query), query.sort, query.order)].flatMap((at) => records[at] ?? []);
  return {
    documents: () => {
      const { text: _text, sectionTree: _tree, tables: _tables, places: _places, ...summary } = DOCUMENT;
      return [summary];
    },
    document: (id) => (id === DOCUMENT.id ? DOCUMENT : null),
    original: async () => null,
    search: async (_query, limit) => {
      const hit = span("全年地区生产总值增长3.7%。");
      const { id: documentId, title } = DOCUMENT;
      const text = TEXT.slice(hit.start, hit.end);
      return [{ documentId, title, section: ["一、上年完成情况"], text, ...hit, score: 1 }].slice(0, limit);
    },
    indicators: (query) =>
      records.filter((each) => fits(each, query)).slice(query.offset, query.offset + query.limit),
    indicatorPage: (query) => {
      const rows = rowsOf(query);
      return {
        rows: rows.slice(query.offset, query.offset + query.limit),
        total: rows.length,
        facets: columns.facets(columnFilterOf(query), 24),
      };
    },
    indicatorBatches: (query) => [rowsOf(query)],
    suggestions: (column, written, limit) =>
      columns
        .names(column)
        .filter((name) => name.includes(written))
        .slice(0, limit),
  };
}

export const LIBRARY: Library = libraryOf(RECORDS);

function columnFilterOf(query: IndicatorQuery): ColumnFilter {
  const { regions, years, indicators, kinds, documents } = query;
  return {
    ...(regions.length > 0 ? { regions } : {}),
    ...(years.length > 0 ? { years } : {}),
    ...(indicators.length > 0 ? { indicators } : {}),
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(documents.length > 0 ? { documents } : {}),
  };
}

function fits(record: IndicatorRecord, query: IndicatorQuery): boolean {
  const among = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
  return (
    among(query.regions, record.region ?? "") &&
    among(query.years, record.year) &&
    among(query.indicators, record.indicator) &&
    among(query.kinds, record.kind) &&
    among(query.documents, record.documentId)
  );
}

/** What the example answers to everything. */
export const ANSWER: ChatResponse = {
  id: "a1",
  status: "answered",
  reason: "value",
  answer: "北川县2022年地区生产总值增长3.7%。[1]",
  blocks: [{ type: "paragraph", text: "北川县2022年地区生产总值增长3.7%。[1]" }],
  question: "北川县2022年地区生产总值增速是多少？",
  citations: [
    {
      marker: 1,
      documentId: DOCUMENT.id,
      title: DOCUMENT.title,
      section: ["一、上年完成情况"],
      quote: "全年地区生产总值增长3.7%。",
      ...span("全年地区生产总值增长3.7%。"),
      url: `/documents/${DOCUMENT.id}?start=${span("全年").start}&end=${span("3.7%。").end}#cite`,
    },
  ],
  indicators: [],
  suggestions: ["2023年的目标是多少？"],
  intent: "report",
  writtenBy: "composer",
};

/** An `ask` that plays these events, whatever is asked. */
export function scripted(events: readonly ChatEvent[]): Ask {
  return async function* play() {
    yield* events;
  };
}

export const ANSWER_EVENTS: readonly ChatEvent[] = [
  { type: "status", stage: "searching" },
  ...ANSWER.citations.map((citation): ChatEvent => ({ type: "citation", citation })),
  { type: "delta", text: "北川县2022年地区生产总值" },
  { type: "delta", text: "增长3.7%。[1]" },
  { type: "done", response: ANSWER },
];

/** What a test wants otherwise; `ask` answers at once, without a queue. */
export interface Changes extends Partial<Omit<Services, "ask">> {
  readonly ask?: Ask;
  readonly library?: Library;
}

/** Services over the example, with whatever a test wants otherwise. */
export function exampleServices(
  { ask = scripted(ANSWER_EVENTS), library = LIBRARY, ...changes }: Changes = {},
  given: Partial<ServeSettings> = {},
): Services {
  const settings = { ...DEFAULT_SERVE_SETTINGS, rateLimit: null, ...given };
  const reading = readingApp({ library, settings });
  return {
    ask: async (request, { signal }) => ask(request, signal),
    read: async (request) => reading.fetch(request),
    overview: () => {
      const documents = library.documents();
      return {
        documents: documents.length,
        coverage: coverageLine(documents),
        examples: exampleQuestions(library, documents),
      };
    },
    settings,
    health: () => "ok",
    ...changes,
  };
}
