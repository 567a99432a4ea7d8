import { writeFileSync } from "node:fs";
import path from "node:path";
import { INTENTS } from "#question/intent/intent.ts";
import { FEATURES } from "#question/intent/intent-features.ts";
import { readExamples, root, utterances } from "./examples.ts";
import { quantised, train } from "../softmax/train-softmax.ts";

/**
 * Learns the intent of a turn from `utterances.tsv` (intent, then utterances parted by |), `desk-train.tsv` (an intent and
 * an utterance a line), `report-turns.txt`, `matters.json` and the last turns of the question sets, and writes
 * src/question/intent/intent-weights.json. `level.ts` tells how good it is.
 *
 *     npx tsx training/intents/train.ts
 */
const { examples, embedder } = await readExamples(utterances());
const { features, vector } = train(examples, { classes: INTENTS.length, rows: FEATURES, dimensions: examples[0]?.vector?.length ?? 0 });

writeFileSync(
  path.join(root, "src/question/intent/intent-weights.json"),
  `${JSON.stringify({
    about: "Softmax weights of the intents over the features of intent-features.ts and over the vectors of one embedder: int8, a row of intents each, base64. Written by training/intents/train.ts.",
    intents: INTENTS,
    rows: FEATURES,
    embedder,
    features: quantised(features),
    vector: quantised(vector),
  })}\n`,
);
console.log(`${examples.length} utterances`);
