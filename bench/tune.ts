/**
 * Chooses the weights of retrieval on questions made from reports outside the corpus, and judges them on others:
 * `npx tsx bench/tune.ts <folder of reports>`. Every setting is varied alone around the present ones.
 */
import { resolve } from "node:path";
import { createEmbedder } from "#embed/create-embedder.ts";
import { wordingsOf } from "#question/words/wordings.ts";
import { createRetriever } from "#retrieve/retriever.ts";
import { RETRIEVAL_WEIGHTS, type RetrievalWeights } from "#retrieve/weights.ts";
import { indexDocuments } from "./corpus-index.ts";
import { type Half, heldOutReports, QuestionMaker } from "./held-out.ts";
import { type Figures, figuresOf, HEADER, lineOf } from "./metrics.ts";

const QUESTIONS_A_KIND = 150;

const VARIED: readonly Partial<RetrievalWeights>[] = [
  ...[0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.5, 0.75, 1].map((dense) => ({ dense })),
  ...[0, 1, 2, 3, 4].map((roundsAside) => ({ roundsAside })),
  ...[0, 0.5, 1, 2].map((regionGain) => ({ regionGain })),
  ...[0, 0.15, 0.3, 0.6, 1].map((yearGain) => ({ yearGain })),
  ...[0.6, 0.9, 1.2, 2].map((saturation) => ({ fields: { ...RETRIEVAL_WEIGHTS.fields, saturation } })),
];

const root = resolve(import.meta.dirname, "..");
const reports = resolve(process.argv[2] ?? "reports");
const embedder = await createEmbedder({
  model: "wenzheng-embed-zh",
  modelsDirectory: resolve(root, "models"),
  cacheDirectory: "",
  allowDownload: false,
  remoteHost: "",
});

const choose = await prepare("choose");
console.log(HEADER);
for (const change of [{}, ...VARIED]) {
  console.log(lineOf(nameOf(change), await measure(choose, change)));
}
const judge = await prepare("judge");
for (const mode of ["lexical", "dense", "hybrid"] as const) {
  console.log(lineOf(`judged: ${mode}`, await measure(judge, {}, mode)));
  for (const kind of new Set(judge.questions.map(({ category }) => category))) {
    const questions = judge.questions.filter(({ category }) => category === kind);
    console.log(lineOf(`  ${kind}`, await measure({ ...judge, questions }, {}, mode)));
  }
}

async function prepare(half: Half) {
  const documents = await heldOutReports(reports, half);
  const index = await indexDocuments(documents, embedder);
  const lexicon = resolve(root, "training/data/lexicon.tsv");
  const questions = new QuestionMaker(documents, index.chunks(), lexicon).make(QUESTIONS_A_KIND);
  console.log(
    `${half}: ${documents.length} reports, ${index.chunks().length} passages, ${questions.length} questions`,
  );
  return { index, questions };
}

async function measure(
  { index, questions }: Awaited<ReturnType<typeof prepare>>,
  change: Partial<RetrievalWeights>,
  mode: "lexical" | "dense" | "hybrid" = "hybrid",
): Promise<Figures> {
  const retriever = createRetriever({
    index,
    embedder,
    expand: wordingsOf,
    weights: { ...RETRIEVAL_WEIGHTS, ...change },
  });
  const rankings: string[][] = [];
  for (const { text } of questions) {
    rankings.push((await retriever.search(text, { limit: 10, mode })).map(({ chunk }) => chunk.id));
  }
  return figuresOf(questions, rankings);
}

function nameOf(change: Partial<RetrievalWeights>): string {
  const { fields, ...rest } = change;
  const changed = Object.entries(fields ?? {}).filter(
    ([name, value]) =>
      Object.entries(RETRIEVAL_WEIGHTS.fields).find(([same]) => same === name)?.[1] !== value,
  );
  const parts = [...Object.entries(rest), ...changed].map(([name, value]) => `${name} ${value}`);
  return parts.join(", ") || "as they are";
}
