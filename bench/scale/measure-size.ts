/**
 * Run by the benchmark of scale, a process a size: opens an index, asks it, and prints what it took as a line of JSON.
 * Arguments: the folder of reports, the folder of the index, `rivals` or nothing.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { createEmbedder } from "#embed/create-embedder.ts";
import { openIndex } from "#store/open-index.ts";
import { readCurrentVersion } from "#store/read-manifest.ts";
import { ExactVectors, VectorTable } from "#store/vectors/vector-index.ts";
import { createAskLine } from "../../src/compose/ask/ask-line.ts";
import { readConfiguration } from "../../src/configuration.ts";
import { sampleOf } from "./ask-for.ts";
import { calibrate } from "./calibration.ts";
import { spent, timeInTurn } from "./processor-time.ts";
import { rivals } from "./rivals.ts";

const ASKED = 100;
const [corpus = "", indexDirectory = "", compared] = process.argv.slice(2);
const configuration = readConfiguration({ CORPUS_DIR: corpus, INDEX_DIR: indexDirectory });
const calibration = calibrate();
const embedder = await createEmbedder(configuration.embedder);
const base = process.memoryUsage.rss();
const begun = process.cpuUsage();
const index = openIndex(indexDirectory);
const openMs = spent(begun);
const line = createAskLine(index, embedder);
await line.warm();
const { rows, questions } = sampleOf(index, ASKED);
const lookup = await timeInTurn(rows, ({ region, year, indicator }) =>
  index.indicators({ regions: [region], years: [year], indicators: [indicator] }),
);
const retrieval = await timeInTurn(questions, (question) => line.retriever.search(question, { limit: 30 }));
const answer = await timeInTurn(questions, async (content) => {
  for await (const event of line.ask({ messages: [{ role: "user", content }] }))
    if (event.type === "done") return;
});
const counts = readCurrentVersion(indexDirectory).manifest.counts;
const figures = {
  calibration,
  ...counts,
  openMs,
  memoryMB: (process.memoryUsage.rss() - base) / 2 ** 20,
  lookup,
  retrieval,
  answer,
  recall: recallAtTen(),
  rivals: compared === "rivals" ? await rivals(index, questions) : [],
};
index.close();
process.stdout.write(`${JSON.stringify(figures)}\n`);

/** Share of the ten nearest passages, by exact scan, that the index finds, for every so-manieth passage's own vector. */
function recallAtTen(): number {
  const { path: folder, manifest } = readCurrentVersion(indexDirectory);
  const { dimensions } = manifest.embedder;
  const values = new Float32Array(new Uint8Array(readFileSync(path.join(folder, "vectors.f32"))).buffer);
  const table = new VectorTable(values, dimensions);
  const exact = new ExactVectors(table);
  const step = Math.max(1, Math.floor(table.size / ASKED));
  let found = 0;
  let asked = 0;
  for (let at = 0; at < table.size; at += step) {
    const near = new Set(index.vectors.search(table.row(at), 10).map(({ score }) => score));
    // By score: of passages with equal words any one is right.
    found += exact.search(table.row(at), 10).filter(({ score }) => near.has(score)).length;
    asked += Math.min(10, table.size);
  }
  return found / asked;
}
