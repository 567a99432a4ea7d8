/**
 * How well passages are found: `npx tsx bench/retrieval.ts [question set …]`, over the corpus, by words, by meaning
 * and by both. With `--misses` the questions whose evidence is not among the first five are listed.
 */
import { resolve } from "node:path";
import { createEmbedder } from "#embed/create-embedder.ts";
import { wordingsOf } from "#question/words/wordings.ts";
import { createRetriever, type SearchOptions } from "#retrieve/retriever.ts";
import { indexFolder } from "./corpus-index.ts";
import { figuresOf, HEADER, isAnswered, lineOf } from "./metrics.ts";
import { readQuestions } from "./question-set.ts";

const root = resolve(import.meta.dirname, "..");
const given = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const files = given.length > 0 ? given : ["evals/dev-questions.jsonl", "evals/project-dev.jsonl"];
const embedder = await createEmbedder({
  model: "wenzheng-embed-zh",
  modelsDirectory: resolve(root, "models"),
  cacheDirectory: "",
  allowDownload: false,
  remoteHost: "",
});
const index = await indexFolder(resolve(root, "corpus"), embedder);
const retriever = createRetriever({ index, embedder, expand: wordingsOf });
console.log(`${index.chunks().length} passages`);
for (const file of files) {
  const questions = readQuestions(resolve(root, file), index.chunks());
  const lost = questions.filter(({ groups }) => groups.some((group) => group.size === 0));
  console.log(
    `\n${file}: evidence in no passage: ${lost.map(({ id }) => id).join(" ") || "none"}\n${HEADER}`,
  );
  for (const mode of ["lexical", "dense", "hybrid"] as const) {
    const rankings = await Promise.all(questions.map(({ text }) => ranking(text, { limit: 10, mode })));
    console.log(lineOf(mode, figuresOf(questions, rankings)));
    if (mode !== "hybrid" || !process.argv.includes("--misses")) continue;
    for (const [at, question] of questions.entries()) {
      if (!isAnswered(question, rankings[at] ?? [], 5))
        console.log(`  ${question.id} ${question.category} ${question.text}`);
    }
  }
}

async function ranking(text: string, options: SearchOptions): Promise<string[]> {
  return (await retriever.search(text, options)).map(({ chunk }) => chunk.id);
}
