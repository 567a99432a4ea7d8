import { readFileSync } from "node:fs";
import { parseQuestionSet } from "#evaluate/sets/question-set.ts";
import type { ChatMessage } from "#protocol/chat.ts";
import { openAskLine } from "../src/compose/ask/open-ask-line.ts";
import { readConfiguration } from "../src/configuration.ts";

/** How long one answer takes over the project's question sets, without a language model, one at a time. */
const SETS = ["dev-questions", "project-dev"];
const ROUNDS = 3;

const { ask, warm, index } = await openAskLine(readConfiguration(process.env));
await warm();
const questions = SETS.flatMap(
  (name) => parseQuestionSet(name, readFileSync(`evals/${name}.jsonl`, "utf8")).questions,
);
const times: number[] = [];
for (let round = 0; round <= ROUNDS; round++) {
  for (const { turns } of questions) {
    const messages = turns.map((content): ChatMessage => ({ role: "user", content }));
    const start = performance.now();
    for await (const event of ask({ messages })) if (event.type === "done") break;
    if (round > 0) times.push(performance.now() - start);
  }
}
index.close();
times.sort((a, b) => a - b);
const at = (share: number) => `${(times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1)} ms`;
const memory = `${(process.memoryUsage.rss() / 1024 / 1024).toFixed(0)} MB`;
console.log(`${times.length} answers: p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}; resident ${memory}`);
