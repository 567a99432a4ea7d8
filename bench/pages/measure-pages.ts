/**
 * Run by the benchmark of pages, a process a size: makes an index of made-up reports, or opens a real one, asks for each kind of
 * page with many different selections, and prints what it took as a line of JSON. Every address is asked for once, so that no
 * page is a remembered one. Arguments: the folder of the index, how many reports and rows to make (none: it is there).
 */
import { createEmbedder } from "#embed/create-embedder.ts";
import { readingApp } from "#serve/reading-app.ts";
import { openIndex } from "#store/open-index.ts";
import { createAskLine } from "../../src/compose/ask/ask-line.ts";
import { readConfiguration } from "../../src/configuration.ts";
import { spent } from "../scale/processor-time.ts";
import { seeded } from "../timing.ts";
import { writeIndex } from "./write-index.ts";

/** Addresses of each kind that are asked for. */
const ASKED = 40;

const [directory = "", ...size] = process.argv.slice(2);
const configuration = readConfiguration({ INDEX_DIR: directory });
const embedder = await createEmbedder(configuration.embedder);
const [documents, rows] = size.map(Number);
if (documents !== undefined && rows !== undefined) {
  const [vector] = await embedder.embedDocuments([""]);
  await writeIndex(directory, { documents, rows }, { id: embedder.id, dimensions: vector?.length ?? 0 });
}
const index = openIndex(directory);
const { library } = createAskLine(index, embedder);
const app = readingApp({ library, settings: configuration.serve });
const columns = index.columns();
const random = seeded(1);
const one = (names: readonly string[]): string =>
  encodeURIComponent(names[Math.floor(random() * names.length)] ?? "");
const [regions, indicators] = [columns.names("region"), columns.names("indicator")];
const [years, reports] = [columns.names("year"), columns.names("document")];
const SORTED = ["region", "year", "indicator", "kind", "value"];

/** Selections that leave everything, much and little; no two are alike. */
const KINDS: Readonly<Record<string, (at: number) => string>> = {
  "data, all of it, some page": (at) => `/indicators?sort=${SORTED[at % 5]}&order=desc&page=${at + 1}`,
  "data of one year": (at) => `/indicators?year=${one(years)}&kind=actual&page=${at + 1}`,
  "data of one region": (at) => `/indicators?region=${one(regions)}&page=${(at % 3) + 1}`,
  "data of one indicator": (at) => `/indicators?indicator=${one(indicators)}&order=desc&page=${(at % 3) + 1}`,
  "names offered while one types": () => `/api/suggest?field=region&q=${one(regions).slice(0, 18)}`,
  "list of reports, some page": (at) => `/documents?page=${at + 1}`,
  "list of reports, searched": (at) => `/documents?q=${one(regions)}&page=${(at % 2) + 1}`,
  "a report": () => `/documents/${one(reports)}`,
};

const measured: { kind: string; p50: number; p95: number; most: number; bytes: number }[] = [];
for (const [kind, addressOf] of Object.entries(KINDS)) {
  const addresses = Array.from({ length: ASKED + 5 }, (_, at) => addressOf(at));
  const times: number[] = [];
  let bytes = 0;
  for (const [at, address] of addresses.entries()) {
    const begun = process.cpuUsage();
    const response = await app.request(address);
    const body = await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${response.status} ${address}`);
    bytes = Math.max(bytes, body.byteLength);
    if (at >= 5) times.push(spent(begun));
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  measured.push({ kind, p50: at(0.5), p95: at(0.95), most: at(1), bytes });
}
const held = { documents: index.metadata().length, rows: columns.positions({}).length };
index.close();
process.stdout.write(`${JSON.stringify({ ...held, measured })}\n`);
