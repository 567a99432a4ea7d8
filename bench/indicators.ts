/** How fast exact lookups are: `npx tsx bench/indicators.ts [rows]`, one million synthetic rows by default. */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorFilter, IndicatorRow } from "#domain/indicator.ts";
import { openDatabase, writeDatabase } from "#store/database.ts";
import { IndicatorTable } from "#store/indicator-table.ts";
import { seeded, timeEach } from "./timing.ts";

const REGIONS = 400;
const INDICATORS = 200;
const YEARS = Array.from({ length: 8 }, (_, at) => 2017 + at);
const LOOKUPS = 2000;

const rows = Number(process.argv[2] ?? 1_000_000);
const random = seeded(7);
const pick = (count: number) => Math.floor(random() * count);
const region = () => `第${pick(REGIONS)}区`;
const indicator = () => `指标${pick(INDICATORS)}`;
const year = () => YEARS[pick(YEARS.length)] ?? 2022;
const kind = () => (random() < 0.5 ? "target" : "actual");

const documents = Array.from({ length: REGIONS }, (_, at) => document(`report-${at}`));
const directory = mkdtempSync(join(tmpdir(), "wenzheng-bench-"));
const path = join(directory, "corpus.sqlite");
const begun = performance.now();
const content = {
  documents,
  chunks: [],
  indicators: Array.from({ length: rows }, (_, at) => row(at)),
  vectors: [],
  embedder: { id: "none", dimensions: 1 },
  corpusDigest: "",
  codeVersion: "",
};
writeDatabase(path, content, []);
const seconds = ((performance.now() - begun) / 1000).toFixed(1);
console.log(`${rows} rows written in ${seconds} s, ${(statSync(path).size / 2 ** 20).toFixed(0)} MB`);

const lookups: Record<string, () => IndicatorFilter> = {
  "one cell": () => ({ regions: [region()], years: [year()], indicators: [indicator()], kinds: [kind()] }),
  "target and actual": () => ({ regions: [region()], years: [year()], indicators: [indicator()] }),
  "series over years": () => ({ regions: [region()], indicators: [indicator()] }),
  "five regions, one year": () => ({
    regions: Array.from({ length: 5 }, region),
    years: [year()],
    indicators: [indicator()],
  }),
  "all regions, one year": () => ({ years: [year()], indicators: [indicator()], kinds: ["actual"] }),
  "a region's year": () => ({ regions: [region()], years: [year()] }),
  "a document, first 100": () => ({ documents: [`report-${pick(REGIONS)}`], limit: 100 }),
  "a year, first 100": () => ({ years: [year()], limit: 100 }),
  "no such indicator": () => ({ regions: [region()], indicators: ["没有的指标"] }),
};

const table = new IndicatorTable(openDatabase(path));
for (const [name, filter] of Object.entries(lookups)) {
  const filters = Array.from({ length: LOOKUPS }, filter);
  report(
    name,
    timeEach(filters, (each) => table.rows(each)),
    table.rows(filter()).length,
  );
}
const groupFilters = Array.from({ length: LOOKUPS }, () => ({ regions: [region()], years: [year()] }));
report(
  "what exists for a region's year",
  timeEach(groupFilters, (each) => table.groups(each)),
  0,
);
rmSync(directory, { recursive: true });

function report(name: string, { p50, p95, p99 }: ReturnType<typeof timeEach>, found: number): void {
  const [half, most, all] = [p50, p95, p99].map((time) => time.toFixed(3).padStart(8));
  console.log(`${name.padEnd(34)} p50 ${half} ms  p95 ${most} ms  p99 ${all} ms  (${found} rows)`);
}

function row(at: number): IndicatorRow {
  const name = indicator();
  return {
    id: `r${at}`,
    documentId: `report-${pick(REGIONS)}`,
    region: region(),
    scope: "own",
    year: year(),
    period: "year",
    indicator: name,
    name: `${name}（亿元）`,
    kind: kind(),
    value: String(at % 1000),
    unit: "亿元",
    raw: String(at % 1000),
    qualifier: null,
    attribute: null,
    status: null,
    note: null,
    source: "table",
    confidence: 1,
    start: at,
    end: at + 3,
    context: { start: at, end: at + 30 },
    section: ["一、主要指标", "表1"],
  };
}

function document(id: string): SourceDocument {
  const metadata = { id, title: id, region: null, years: [], reviewYear: null, planYear: null, issuer: null };
  const origin = {
    published: null,
    file: id,
    sourceName: id,
    digest: "",
    original: { format: "text", pages: null },
    kind: "other",
  } as const;
  return { ...metadata, ...origin, text: "", sections: [], tables: [], places: [] };
}
