import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { scoreOf, type Trees } from "#read/trees.ts";
import { boost, type BoostSettings } from "./boost.ts";
import { isotonic } from "./isotonic.ts";
import { calibrationOf, type Judged, measures } from "./measures.ts";
import { examplesOf, type Line, readRows, type Rows } from "./rows.ts";
import { probabilityOf } from "#read/calibrate.ts";

/**
 * Rows → the reader's model, with cross-validation by report first:
 *   npx tsx training/reader/train.ts [--out DIR] [--folds N] ROWS.jsonl …
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string" }, folds: { type: "string" }, quick: { type: "boolean" } },
});

const RANKER: BoostSettings = {
  loss: "listwise",
  rounds: 90,
  depth: 4,
  rate: 0.12,
  rowShare: 0.6,
  featureShare: 0.35,
  leastLeaf: 1.5,
  ridge: 2,
  seed: 7,
};
const ANSWERER: BoostSettings = { ...RANKER, loss: "binary", rounds: 90, depth: 4, rate: 0.1, leastLeaf: 3 };

/** Among so many of the ranker's first units the answerer learns. */
const JUDGED = 4;
const RANK_FEATURES = ["rankScore", "rankPlace", "rankBehind", "rankAhead"] as const;

const rows = readRows(positionals);
process.stderr.write(`${rows.lines.length} questions, ${rows.names.length} features\n`);

const isAnswerable = (line: Line) => line.expect === "answer" && line.rows.some(({ y }) => y === 1);
/** A question whose evidence was not found teaches nothing; one to refuse does, and one asked elsewhere that nothing there seems to answer. */
const teaches = (line: Line) => isAnswerable(line) || (line.expect === "refuse" && !(line.swap && line.rows.some(({ m }) => m === 1)));

/** The first of the cheap ranking, and all evidence. */
const fewer = (line: Line): Line => ({ ...line, rows: line.rows.filter(({ y, m }, at) => at < 14 || y + m > 0) });

function trainRanker(lines: readonly Line[]): Trees {
  const answerable = lines.filter(isAnswerable);
  return boost(
    // Says what must be said and is not marked as evidence: half a yes.
    examplesOf({ names: rows.names, lines: answerable.map(fewer) }, () => 1, (row) => (row.y === 1 ? 1 : row.m === 1 ? 0.4 : 0)),
    RANKER,
  );
}

/** Each line with its rows in the ranker's order and what the ranker says among their features. */
function ranked(ranker: Trees, lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    const scored = line.rows
      .map((row) => ({ row, score: scoreOf(ranker, Float64Array.from(row.x)) }))
      .sort((one, other) => other.score - one.score);
    const best = scored[0]?.score ?? 0;
    const second = scored[1]?.score ?? best - 5;
    return {
      ...line,
      rows: scored.map(({ row, score }, at) => ({
        ...row,
        x: [...row.x, score, at, best - score, at === 0 ? score - second : 0],
      })),
    };
  });
}

function trainAnswerer(lines: readonly Line[]): Trees {
  const few = lines.filter(teaches).map((line) => ({ ...line, rows: line.rows.slice(0, JUDGED) }));
  const examples = examplesOf(
    { names: [...rows.names, ...RANK_FEATURES], lines: few },
    (line, row, at) => (at === 0 ? 1 : 0.35) * (row.m === 1 && row.y === 0 ? 0 : 1) * (line.swap ? SWAPPED : 1),
  );
  return boost(examples, ANSWERER);
}
/** Questions asked elsewhere are many and some of them may be answered. */
const SWAPPED = 0.35;

/** Ranker and answerer; the answerer learns from rankings of questions the ranker did not see. */
function train(lines: readonly Line[], folds: number) {
  const parts = parted(lines, folds);
  const unseen = parts.flatMap((part) => ranked(trainRanker(lines.filter((line) => !part.includes(line))), part));
  return { ranker: trainRanker(lines), answerer: trainAnswerer(unseen) };
}

/** By report, so that no report is in two parts. */
function parted(lines: readonly Line[], folds: number): Line[][] {
  const parts: Line[][] = Array.from({ length: folds }, () => []);
  for (const line of lines) {
    const hash = createHash("sha256").update(line.report === "" ? line.id : line.report).digest();
    parts[hash.readUInt32BE(0) % folds]?.push(line);
  }
  return parts.filter((part) => part.length > 0);
}

interface Scored extends Judged {
  readonly line: Line;
  readonly score: number;
}

function judge({ ranker, answerer }: { ranker: Trees; answerer: Trees }, lines: readonly Line[]): Scored[] {
  return ranked(ranker, lines).flatMap((line): Scored[] => {
    const scored = line.rows
      .slice(0, JUDGED)
      .map((row) => ({ row, score: scoreOf(answerer, Float64Array.from(row.x)) }));
    const best = scored.reduce((most, each) => (each.score > most.score ? each : most), scored[0] ?? NONE);
    if (best === NONE) return [];
    const order = [best, ...scored.filter((each) => each !== best)].map(({ row }) => row);
    return [
      {
        line,
        answerable: line.expect === "answer",
        probability: 0,
        score: best.score,
        evidence: [...order, ...line.rows.slice(JUDGED)].findIndex(({ y }) => y === 1),
        right: best.row.y === 1 || best.row.m === 1,
      },
    ];
  });
}
const NONE = { row: { y: 0, m: 0, k: "", x: [] as number[] }, score: 0 };

const FIGURES = /^(?:indicator|compare|trend)/;
const folds = Number(values.folds ?? "5");
const began = performance.now();
const scored = parted(rows.lines, folds).flatMap((part) =>
  judge(train(rows.lines.filter((line) => !part.includes(line)), values.quick === true ? 3 : 4), part),
);
const points = scored
  .filter(({ line }) => teaches(line))
  .map(({ score, right, line }) => ({ score, yes: Number(right), weight: line.swap ? SWAPPED : 1 }));
const calibration = isotonic(points);
const judged = scored.map((each) => ({ ...each, probability: probabilityOf(calibration, each.score) }));
const report = (name: string, group: readonly Scored[]) => {
  if (group.length === 0) return;
  const m = measures(group);
  const percent = (value: number) => (100 * value).toFixed(1);
  process.stdout.write(
    `${name.padEnd(28)} n ${m.answerable}+${m.unanswerable} held ${percent(m.held)} first ${percent(m.first)} three ${percent(m.inThree)} auc ${m.auc.toFixed(3)}` +
      ` | refuses at 5/10/20 ${[m.at5, m.at10, m.at20].map(({ refused, threshold }) => `${percent(refused)} (${threshold.toFixed(2)})`).join(" ")}\n`,
  );
};
const passages = judged.filter(({ line }) => !FIGURES.test(line.category) && line.share < 0.5);
report("all", judged);
report("passages", passages);
report("passages, not swapped", passages.filter(({ line }) => !line.swap));
for (const category of [...new Set(passages.map(({ line }) => line.category))].sort())
  report(`  ${category}`, passages.filter(({ line }) => line.category === category && !line.swap));
const sure = calibrationOf(passages);
process.stdout.write(`Brier ${sure.brier.toFixed(3)} ${sure.bins.map(({ from, n, right }) => `${from}:${right}(${n})`).join(" ")}\n`);
process.stdout.write(`${((performance.now() - began) / 1000).toFixed(0)} s\n`);

if (values.out !== undefined) {
  const model = train(rows.lines, 5);
  mkdirSync(values.out, { recursive: true });
  const files = { ranker: "ranker.json", answerer: "answerer.json", calibration: "calibration.json" };
  const made: Record<string, unknown> = { "ranker.json": model.ranker, "answerer.json": model.answerer, "calibration.json": calibration };
  const sha256: Record<string, string> = {};
  for (const [name, value] of Object.entries(made)) {
    const text = `${JSON.stringify(value)}\n`;
    writeFileSync(path.join(values.out, name), text);
    sha256[name] = createHash("sha256").update(text).digest("hex");
  }
  const manifest = { name: "wenzheng-reader", questions: rows.lines.length, files, sha256 };
  writeFileSync(path.join(values.out, "reader.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}
