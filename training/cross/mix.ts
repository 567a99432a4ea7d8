import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { loadCrossEncoder } from "#embed/cross-encoder.ts";
import { type Mix, type OfTrees, probabilityOf, type Signs, signsOf, weighed } from "#read/second/mix.ts";
import { readTogether } from "#read/second/words.ts";
import { chosenThresholds } from "../reader/thresholds.ts";
import { conditionalLogit, type Linear, logistic, type Row } from "./fit.ts";

/**
 * Fits the mix of trees and cross-encoder, and the thresholds of its probabilities, on questions that neither has learned from:
 *   npx tsx training/cross/mix.ts --pairs PAIRS.jsonl [--thresholds src/read/thresholds.json] models/wenzheng-cross
 * The scores are those of the int8 graph as it is shipped. Writes mix.json into the folder, and its hash into model.json.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pairs: { type: "string" }, thresholds: { type: "string" } },
});
const folder = path.resolve(positionals[0] ?? "models/wenzheng-cross");

const pairSchema = z.object({
  set: z.string(),
  id: z.string(),
  report: z.string(),
  expect: z.string(),
  named: z.boolean(),
  words: z.string(),
  units: z.array(
    z.object({
      words: z.tuple([z.string(), z.string()]),
      y: z.number(),
      m: z.number(),
      rank: z.number(),
      answers: z.number(),
    }),
  ),
});

const APART = new Set(["dev.jsonl", "second-dev.jsonl", "third-dev.jsonl"]);
/** The tenth of the reports that `train.py` does not learn from. */
const isHeld = (report: string): boolean => (createHash("sha256").update(report).digest()[0] ?? 255) < 26;

const kept = readFileSync(values.pairs ?? "runs/pairs.jsonl", "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => pairSchema.parse(JSON.parse(line)))
  .filter(({ set, report, id, units }) => units.length > 0 && (APART.has(set) || isHeld(report === "" ? id : report)));

// Until it is fitted, the trees' word.
const OF_TREES: Signs = { behind: 1, answers: 1, first: 0, cross: 0, crossBehind: 0 };
write({ about: "Not fitted.", rank: OF_TREES, answer: { ...OF_TREES, bias: 0 } });
const cross = await loadCrossEncoder(folder);
const NAMES = ["behind", "answers", "first", "cross", "crossBehind"] as const;
const rowOf = (signs: Signs): Row => NAMES.map((name) => signs[name]);

const read: { readonly pair: (typeof kept)[number]; readonly signs: readonly Signs[] }[] = [];
for (const pair of kept) {
  const scores = await cross.scores(
    pair.units.map(({ words: [title, unit] }) => readTogether(pair.words, title, unit)),
  );
  const trees = pair.units.map(({ rank, answers }): OfTrees => ({ rankScore: rank, odds: answers }));
  read.push({ pair, signs: signsOf(trees, scores) });
}

const rank = conditionalLogit(
  read
    .filter(({ pair }) => pair.units.some(({ y }) => y > 0))
    .map(({ pair, signs }) => ({ rows: signs.map(rowOf), right: pair.units.map(({ y }) => y > 0) })),
);
const named = ({ weights }: Linear): Signs => {
  const [behind = 0, answers = 0, first = 0, score = 0, crossBehind = 0] = weights.map((each) => Number(each.toPrecision(5)));
  return { behind, answers, first, cross: score, crossBehind };
};
const firsts = read.map(({ pair, signs }) => {
  const scores = signs.map((each) => weighed(named(rank), each));
  const at = scores.indexOf(Math.max(...scores));
  const unit = pair.units[at];
  return { pair, signs: signs[at], right: pair.expect === "answer" && unit !== undefined && unit.y + unit.m > 0 };
});
// A question of which no unit read holds the evidence teaches nothing.
const teaching = firsts.filter(({ pair }) => pair.expect === "refuse" || pair.units.some(({ y }) => y > 0));
const answer = logistic(
  teaching.flatMap(({ signs }) => (signs === undefined ? [] : [rowOf(signs)])),
  teaching.map(({ right }) => right),
);
const mix: Mix = {
  about: "Written by training/cross/mix.ts: how trees and cross-encoder are weighed.",
  rank: named(rank),
  answer: { ...named(answer), bias: Number(answer.bias.toPrecision(5)) },
};
write(mix);

const judged = firsts.flatMap(({ pair, signs, right }) =>
  signs === undefined
    ? []
    : [{ right, answerable: pair.expect === "answer", named: pair.named, set: pair.set, probability: probabilityOf(mix, signs) }],
);
const thresholds = chosenThresholds(judged, "training/cross/mix.ts");
process.stdout.write(`${JSON.stringify(mix)}\n${JSON.stringify(thresholds)}\n`);
for (const set of [...APART, "held"]) {
  const some = judged.filter((each) => (set === "held" ? !APART.has(each.set) : each.set === set));
  const can = some.filter(({ answerable }) => answerable).map(({ probability }) => probability);
  const cannot = some.filter(({ answerable }) => !answerable).map(({ probability }) => probability);
  const above = can.flatMap((one) => cannot.map((other) => Number(one > other) + 0.5 * Number(one === other)));
  const right = some.filter((each) => each.answerable && each.right).length / can.length;
  const auc = above.reduce((sum, each) => sum + each, 0) / above.length;
  process.stdout.write(`${set}: first right ${right.toFixed(3)}, AUC ${auc.toFixed(3)}\n`);
}
if (values.thresholds !== undefined) writeFileSync(values.thresholds, `${JSON.stringify(thresholds, null, 2)}\n`);

/** The mix, and its hash beside those of the other files. */
function write(made: Mix): void {
  const text = `${JSON.stringify(made, null, 2)}\n`;
  writeFileSync(path.join(folder, "mix.json"), text);
  const manifest = z.looseObject({ sha256: z.record(z.string(), z.string()) });
  const file = path.join(folder, "model.json");
  const held = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  const sha256 = { ...held.sha256, "mix.json": createHash("sha256").update(text).digest("hex") };
  writeFileSync(file, `${JSON.stringify({ ...held, sha256 }, null, 2)}\n`);
}
