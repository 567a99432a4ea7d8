import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { classOf, INTENTS } from "#question/intent/intent.ts";
import { FEATURES, intentFeatures } from "#question/intent/intent-features.ts";
import { intentProbabilities } from "#question/intent/intent-probabilities.ts";
import { foldPlain } from "#text/fold.ts";

/**
 * Learns the intent of a turn from `utterances.tsv` (intent, then utterances parted by |), `desk-train.tsv` (an intent and
 * an utterance a line), `report-turns.txt` and the last turns of the question sets. Softmax regression, AdaGrad, fixed order and seed: the same data give the same weights.
 *
 *     npx tsx training/intents/train.ts            writes src/question/intent/intent-weights.json
 *     npx tsx training/intents/train.ts --check    fivefold: how often the class is right, by class
 */
interface Example {
  readonly text: string;
  readonly intent: number;
  readonly features: readonly number[];
  readonly weight: number;
}

const root = path.resolve(import.meta.dirname, "../..");
const here = (name: string) => readFileSync(path.join(import.meta.dirname, name), "utf8");
const questionSchema = z.object({ turns: z.array(z.string()).min(1), expect: z.unknown() });

function example(text: string, intent: string, weight = 1): Example {
  const at = INTENTS.indexOf(intent);
  if (at < 0) throw new RangeError(`training/intents: there is no intent ${intent}`);
  return { text, intent: at, features: intentFeatures(foldPlain(text).trim()), weight };
}

const mattersSchema = z.object({
  counter: z.array(z.string()),
  report: z.array(z.string()),
  matters: z.record(z.string(), z.array(z.string())),
});

/** A matter for a counter in some of the ways of asking at one, and in some of the ways of asking a report. */
function joined(): Example[] {
  const { counter, report, matters } = mattersSchema.parse(JSON.parse(here("matters.json")));
  return Object.entries(matters).flatMap(([matter, things]) =>
    things.flatMap((thing, at) => [
      ...every(counter, at, 3).map((way) => example(way.replace("{x}", thing), `handover.${matter}`, 0.3)),
      ...every(report, at, 4).map((way) => example(way.replace("{x}", thing), "report", 0.3)),
    ]),
  );
}

const every = <T>(items: readonly T[], from: number, step: number): T[] =>
  items.filter((_, at) => (at + from) % step === 0);

/** The last turns of question sets that a report answers. */
function asked(folder: string, names: RegExp): Example[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => names.test(name)) : [];
  return files
    .sort()
    .flatMap((name) => readFileSync(path.join(folder, name), "utf8").trim().split("\n"))
    .map((line) => questionSchema.parse(JSON.parse(line)))
    .filter(({ expect }) => expect !== "refuse")
    .map(({ turns }) => example(turns.at(-1) ?? "", "report", 0.25));
}

function examples(): Example[] {
  const social = here("utterances.tsv")
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [intent = "", texts = ""] = line.split("\t");
      return [...new Set(texts.split("|"))].map((text) => example(text, intent));
    });
  const further = here("desk-train.tsv")
    .trim()
    .split("\n")
    .map((line) => {
      const [intent = "", text = ""] = line.split("\t");
      return example(text, intent, intent === "report" ? 2 : 1);
    });
  const near = here("report-turns.txt")
    .trim()
    .split("\n")
    .map((text) => example(text, "report", 2));
  const evals = path.join(root, "evals");
  return [
    ...social,
    ...further,
    ...near,
    ...joined(),
    ...asked(evals, /^(?:dev|project-dev).*jsonl$/),
    ...asked(path.join(evals, "open"), /^train.*jsonl$/),
  ];
}

/** Every k-th example in a fixed shuffle. */
function shuffled<T>(items: readonly T[]): T[] {
  let seed = 12345;
  const next = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 2 ** 32;
  return items
    .map((item) => ({ item, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const CLASSES = INTENTS.length;
const EPOCHS = 12;
const RATE = 0.2;
const DECAY = 2e-5;

function train(data: readonly Example[]): Float64Array {
  const weights = new Float64Array(FEATURES * CLASSES);
  const squares = new Float64Array(FEATURES * CLASSES).fill(1e-6);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { features, intent, weight } of shuffled(data)) {
      const told = intentProbabilities(weights, features, 1);
      const scale = weight / Math.sqrt(features.length);
      for (const feature of features) {
        for (let c = 0; c < CLASSES; c++) {
          const at = feature * CLASSES + c;
          const gradient = ((told[c] ?? 0) - (c === intent ? 1 : 0)) * scale + DECAY * (weights[at] ?? 0);
          squares[at] = (squares[at] ?? 0) + gradient * gradient;
          weights[at] = (weights[at] ?? 0) - (RATE * gradient) / Math.sqrt(squares[at] ?? 1);
        }
      }
    }
  }
  return weights;
}

function best(scores: readonly number[]): number {
  return scores.indexOf(Math.max(...scores));
}

const classAt = (at: number) => (INTENTS[at] ?? "").split(".")[0] ?? "";

/** Shares of report turns kept and of others caught, by the least probability of `report` that counts as one. */
function check(data: readonly Example[]): void {
  const order = shuffled(data);
  const tested: { example: Example; report: number; told: number }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = train(order.filter((_, at) => at % FOLDS !== fold));
    for (const held of order.filter((_, at) => at % FOLDS === fold)) {
      const scores = intentProbabilities(weights, held.features, 1);
      tested.push({ example: held, report: scores[0] ?? 0, told: best(scores) });
    }
  }
  const share = (of: typeof tested, holds: (one: (typeof tested)[number]) => boolean) =>
    `${((100 * of.filter(holds).length) / of.length).toFixed(1)} %`;
  const [reports, others] = [true, false].map((is) => tested.filter(({ example: { intent } }) => (intent === 0) === is));
  const near = tested.filter(({ example: { intent, weight } }) => intent === 0 && weight === 2);
  for (const least of [0.2, 0.3, 0.4, 0.5])
    console.log(
      `report from ${least}: kept ${share(reports ?? [], ({ report }) => report >= least)}, near misses kept ${share(near, ({ report }) => report >= least)}, others caught ${share(others ?? [], ({ report }) => report < least)}`,
    );
  for (const name of new Set(INTENTS.map((intent) => classOf(intent)))) {
    const own = tested.filter(({ example: { intent, weight } }) => weight >= 1 && classAt(intent) === name);
    console.log(`${name}: class ${share(own, ({ example: { intent }, told }) => classAt(told) === classAt(intent))}, intent ${share(own, ({ example: { intent }, told }) => told === intent)} of ${own.length}`);
  }
  const wrong = tested.filter(({ example: { intent }, told }) => classAt(told) !== classAt(intent));
  for (const { example: { text, intent }, told, report } of wrong)
    console.error(`${INTENTS[intent]} → ${INTENTS[told]} ${report.toFixed(2)} ${text}`);
}

const FOLDS = 5;

const data = examples();
if (process.argv.includes("--check")) check(data);
else {
  const weights = train(data);
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const bytes = Int8Array.from(weights, (weight) => Math.round((weight / largest) * 127));
  const file = path.join(root, "src/question/intent/intent-weights.json");
  writeFileSync(
    file,
    `${JSON.stringify({
      about: "Softmax weights of the intents over the features of intent-features.ts: int8, a row of intents a feature, base64. Written by training/intents/train.ts.",
      intents: INTENTS,
      features: FEATURES,
      scale: largest / 127,
      weights: Buffer.from(bytes.buffer).toString("base64"),
    })}\n`,
  );
}
