import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { createEmbedder } from "#embed/create-embedder.ts";
import { INTENTS, intentSchema } from "#question/intent/intent.ts";
import { intentFeatures } from "#question/intent/intent-features.ts";
import type { TurnVectors } from "#question/intent/intent-model.ts";
import { outlineOf } from "#question/outline.ts";
import { regionReader } from "#question/place/regions.ts";
import { embeddedAs, readWords } from "#question/conversation/turn.ts";
import type { Example } from "../softmax/train-softmax.ts";

/** An utterance with its intent, before it is read. */
export interface Utterance {
  readonly text: string;
  readonly intent: string;
  readonly weight: number;
}

export const root = path.resolve(import.meta.dirname, "../..");
const here = (name: string) => readFileSync(path.join(import.meta.dirname, name), "utf8");
const linesOf = (text: string) => text.trim().split("\n");
const questionSchema = z.object({ turns: z.array(z.string()).min(1), expect: z.unknown() });
const mattersSchema = z.object({
  about: z.string(),
  counter: z.array(z.string()),
  report: z.array(z.string()),
  matters: z.record(z.string(), z.array(z.string())),
});

/** A matter for a counter in some of the ways of asking at one, and in some of the ways of asking a report. */
function joined(): Utterance[] {
  const { counter, report, matters } = mattersSchema.parse(JSON.parse(here("matters.json")));
  const every = (items: readonly string[], from: number, step: number) =>
    items.filter((_, at) => (at + from) % step === 0);
  return Object.entries(matters).flatMap(([matter, things]) =>
    things.flatMap((thing, at) => [
      ...every(counter, at, 3).map((way) => ({ text: way.replace("{x}", thing), intent: `handover.${matter}`, weight: 0.3 })),
      ...every(report, at, 4).map((way) => ({ text: way.replace("{x}", thing), intent: "report", weight: 0.3 })),
    ]),
  );
}

/** One question in so many is taken of the sets: they are much alike, and report turns shall not outweigh the others. */
const SPARSE = 4;

/** The last turns of question sets that a report answers. */
function asked(folder: string, names: RegExp): Utterance[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => names.test(name)) : [];
  return files
    .sort()
    .flatMap((name) => linesOf(readFileSync(path.join(folder, name), "utf8")))
    .map((line) => questionSchema.parse(JSON.parse(line)))
    .filter(({ expect }, at) => expect !== "refuse" && at % SPARSE === 0)
    .map(({ turns }) => ({ text: turns.at(-1) ?? "", intent: "report", weight: 1 }));
}

/** Everything there is to learn from. */
export function utterances(): Utterance[] {
  const listed = linesOf(here("utterances.tsv")).flatMap((line) => {
    const [intent = "", texts = ""] = line.split("\t");
    return [...new Set(texts.split("|"))].map((text) => ({ text, intent, weight: 1 }));
  });
  const further = linesOf(here("desk-train.tsv")).map((line) => {
    const [intent = "", text = ""] = line.split("\t");
    return { text, intent, weight: 1 };
  });
  const near = linesOf(here("report-turns.txt")).map((text) => ({ text, intent: "report", weight: 1 }));
  const evals = path.join(root, "evals");
  return [
    ...listed,
    ...further,
    ...near,
    ...joined(),
    ...asked(evals, /^(?:dev|project-dev).*jsonl$/),
    ...asked(path.join(evals, "open"), /^train.*jsonl$/),
  ];
}

/** Places as the five reports of the corpus have them: 江北 is one, wherever else there is a 江北. */
export const OUTLINE = {
  ...outlineOf([]),
  regions: ["江北区", "渝北区", "大渡口区"],
  parents: ["重庆市"],
};

const embedder = await createEmbedder({
  model: "wenzheng-embed-zh",
  modelsDirectory: path.join(root, "models"),
  cacheDirectory: path.join(root, "models"),
  allowDownload: false,
  remoteHost: "",
});

/** Vectors of turns by the words they are known by. */
export async function vectorsOf(texts: readonly string[]): Promise<TurnVectors> {
  const words = texts.map(embeddedAs);
  const vectors = await embedder.embedDocuments(words);
  return new Map(vectors.map((vector, at) => [words[at] ?? "", vector]));
}

/** Utterances as the model sees them: read as turns are, with vectors of the shipped embedder. */
export async function readExamples(items: readonly Utterance[]): Promise<{ examples: Example[]; embedder: string }> {
  const readRegions = regionReader(OUTLINE);
  const vectors = await vectorsOf(items.map(({ text }) => text));
  const examples = items.map(({ text, intent, weight }) => {
    const { typed, signs } = readWords(text, readRegions, false);
    return {
      label: INTENTS.indexOf(intentSchema.parse(intent)),
      weight,
      features: intentFeatures(typed, signs.named),
      vector: vectors.get(typed) ?? null,
    };
  });
  return { examples, embedder: embedder.id };
}
