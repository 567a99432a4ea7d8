/**
 * How many figures of the sentences that list the aims of a year are rows of the table (主要预期目标是：…):
 *   tsx scripts/measure-headlines.ts FOLDER [SEED] [SHARE]
 * of a share of the folder's text reports drawn by the seed. Prints the count and what was left out.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { sliceOf } from "#domain/span.ts";
import { sentenceRows } from "#indicators/sentences/sentence-rows.ts";
import { readReport } from "#ingest/read-report.ts";
import { findQuantities } from "#text/quantity/find-quantities.ts";
import { sentences } from "#text/sentences.ts";

const [folder = "../shared/reports", seed = "1", share = "0.25"] = process.argv.slice(2);
const LISTS_AIMS = /(?:主要|预期|奋斗)(?:预期|奋斗|调控)?目标[^，。]{0,12}[：:是为]/u;
/** Years, days and what is counted one by one are no figures of an aim. */
const NO_FIGURE = /^[年月日个项]$/u;
const LEAST = 3;

/** A linear congruential generator (Park and Miller, 1988): the same seed draws the same reports. */
function drawing(from: number): () => number {
  let state = from;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const draw = drawing(Number(seed));
let [held, all] = [0, 0];
const left: string[] = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith(".txt"))) {
  if (draw() > Number(share)) continue;
  const { document } = readReport({ file, bytes: readFileSync(path.join(folder, file)), metadata: null });
  if (document === null) continue;
  const rows = sentenceRows(document);
  for (const span of sentences(document.text)) {
    const sentence = sliceOf(document.text, span);
    const figures = findQuantities(sentence).filter(({ unit }) => unit !== null && !NO_FIGURE.test(unit));
    if (!LISTS_AIMS.test(sentence) || figures.length < LEAST) continue;
    for (const { start, end } of figures) {
      all += 1;
      const isHeld = rows.some((row) => row.start <= span.start + start && row.end >= span.start + end - 1);
      if (isHeld) held += 1;
      else
        left.push(
          `${file}\t${sentence.slice(Math.max(0, start - 40), start)}【${sentence.slice(start, end)}】`,
        );
    }
  }
}
process.stdout.write(
  `${left.join("\n")}\n${held} of ${all} figures are rows (${((100 * held) / all).toFixed(1)} %)\n`,
);
