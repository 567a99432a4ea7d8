/** Measures one model in a process of its own: `measure-model.ts <model> [folder of reports]`. See `embed.ts`. */
import { resolve } from "node:path";
import { createEmbedder } from "#embed/create-embedder.ts";
import { wordingsOf } from "#question/words/wordings.ts";
import { createRetriever } from "#retrieve/retriever.ts";
import { indexedText } from "#store/index-content.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { indexDocuments, indexFolder } from "./corpus-index.ts";
import { heldOutReports, QuestionMaker } from "./held-out.ts";
import { figuresOf, HEADER, lineOf } from "./metrics.ts";
import { type BenchQuestion, readQuestions } from "./question-set.ts";

const ROOT = resolve(import.meta.dirname, "..");
const SINGLE = 200;
const BATCHED = 320;
const QUESTIONS_A_KIND = 150;

const [model = "", reports] = process.argv.slice(2);
const before = process.memoryUsage().rss;
const begun = performance.now();
const embedder = await createEmbedder({
  model,
  modelsDirectory: resolve(ROOT, "models"),
  cacheDirectory: "",
  allowDownload: false,
  remoteHost: "",
});
const loaded = performance.now() - begun;
console.log(`\n${embedder.id}: ${embedder.dimensions} dimensions, loaded in ${loaded.toFixed(0)} ms`);

const index = await indexFolder(resolve(ROOT, "corpus"), embedder);
await speed(index);
console.log(HEADER);
for (const file of ["dev-questions.jsonl", "project-dev.jsonl"]) {
  await retrieval(file, index, readQuestions(resolve(ROOT, "evals", file), index.chunks()));
}
if (reports !== undefined) {
  const documents = await heldOutReports(reports, "judge");
  const heldOut = await indexDocuments(documents, embedder);
  const maker = new QuestionMaker(documents, heldOut.chunks(), resolve(ROOT, "training/data/lexicon.tsv"));
  await retrieval("reports never trained on", heldOut, maker.make(QUESTIONS_A_KIND));
}

async function speed(corpus: IndexReader): Promise<void> {
  const passages = corpus.chunks().map(indexedText);
  const queries = passages.map((text) => text.slice(-20));
  const perSecond = async (count: number, run: () => Promise<unknown>) => {
    const start = performance.now();
    await run();
    return ((count * 1000) / (performance.now() - start)).toFixed(0);
  };
  const single = await perSecond(SINGLE, async () => {
    for (let at = 0; at < SINGLE; at += 1) await embedder.embedQuery(queries[at % queries.length] ?? "");
  });
  const batch = Array.from({ length: BATCHED }, (_, at) => passages[at % passages.length] ?? "");
  const batched = await perSecond(BATCHED, () => embedder.embedDocuments(batch));
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  console.log(`${single} questions/s one by one, ${batched} passages/s in batches, ${grown.toFixed(0)} MB`);
}

async function retrieval(
  name: string,
  over: IndexReader,
  questions: readonly BenchQuestion[],
): Promise<void> {
  const retriever = createRetriever({ index: over, embedder, expand: wordingsOf });
  console.log(name);
  for (const mode of ["lexical", "dense", "hybrid"] as const) {
    const rankings: string[][] = [];
    for (const { text } of questions) {
      rankings.push((await retriever.search(text, { limit: 10, mode })).map(({ chunk }) => chunk.id));
    }
    console.log(lineOf(`  ${mode}`, figuresOf(questions, rankings)));
  }
}
