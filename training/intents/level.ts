import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { INTENT_CLASSES, classOf } from "#question/intent/intent.ts";
import { ASKS_REPORT } from "#question/intent/read-intent.ts";
import { readTurn } from "#question/conversation/turn.ts";
import { OUTLINE, root, vectorsOf } from "./examples.ts";
import { regionReader } from "#question/place/regions.ts";

/**
 * How often the class of a turn of `evals/open/desk.jsonl` is told right, by class. Even lines are for choosing thresholds
 * (`ASKS_REPORT`), odd ones for judging: of those the level is printed and no turn.
 *
 *     npx tsx training/intents/level.ts               levels by half, with vectors and without
 *     npx tsx training/intents/level.ts --wrong       the even turns that are told wrong
 *     npx tsx training/intents/level.ts --thresholds  both errors on the even half by threshold
 */
const turnSchema = z.object({ category: z.enum(INTENT_CLASSES), turns: z.tuple([z.string()]) });
const turns = readFileSync(path.join(root, "evals/open/desk.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line, at) => ({ ...turnSchema.parse(JSON.parse(line)), even: at % 2 === 1 }))
  .map(({ category, turns: [text], even }) => ({ category, text, even }));
type Turn = (typeof turns)[number];

const readRegions = regionReader(OUTLINE);
const vectors = await vectorsOf(turns.map(({ text }) => text));

const told = ({ text }: Turn, withVectors = true) =>
  classOf(
    readTurn(text, readRegions, {
      vectors: withVectors ? vectors : undefined,
    }).intent,
  );

const share = (of: readonly Turn[], right: (turn: Turn) => boolean) =>
  `${((100 * of.filter(right).length) / of.length).toFixed(1)} %`;

if (process.argv.includes("--wrong"))
  for (const turn of turns.filter(({ even }) => even)) {
    const found = told(turn);
    if (found !== turn.category) console.log(`${turn.category} → ${found}\t${turn.text}`);
  }
else if (process.argv.includes("--thresholds")) {
  const even = turns.filter((turn) => turn.even);
  const [reports, others] = [true, false].map((is) => even.filter(({ category }) => (category === "report") === is));
  for (const name of ["bare", "named", "twice", "thrice", "following"] as const) {
    const chosen = ASKS_REPORT[name];
    for (const least of [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]) {
      ASKS_REPORT[name] = least;
      console.log(`${name} ${least}: reports kept ${share(reports ?? [], (turn) => told(turn) === "report")}, others caught ${share(others ?? [], (turn) => told(turn) !== "report")}, class ${share(even, (turn) => told(turn) === turn.category)}`);
    }
    ASKS_REPORT[name] = chosen;
  }
} else
  for (const withVectors of [true, false])
    for (const half of [true, false]) {
      const own = turns.filter(({ even }) => even === half);
      const right = (turn: Turn) => told(turn, withVectors) === turn.category;
      const classes = INTENT_CLASSES.map((name) => `${name} ${share(own.filter(({ category }) => category === name), right)}`);
      console.log(`${half ? "even" : "odd"}, ${withVectors ? "with" : "without"} vectors: ${share(own, right)} (${classes.join(", ")})`);
    }
