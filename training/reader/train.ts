import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { calibrationLine, type Judged, measureReading, readingTable, type ReadingScores } from "#evaluate/score/reading.ts";
import { probabilityOf } from "#read/calibrate.ts";
import { scoreOf, type Trees } from "#read/trees.ts";
import { type BoostSettings, boost } from "./boost.ts";
import { isotonic } from "./isotonic.ts";
import { pairsOf, writePairs, type Pair } from "./pairs.ts";
import { chosenThresholds } from "./thresholds.ts";
import { examplesOf, isBeside, type Line, readRows, type Rows } from "./rows.ts";

/**
 * Rows → the reader's model:
 *   npx tsx training/reader/train.ts [--out DIR] [--thresholds FILE] [--folds N] ROWS …
 * Cross-fitted by report: every question is ranked and judged by trees that saw no question of its report. On these judgements the
 * calibration is fitted. Rows of `dev.jsonl`, `second-dev.jsonl` and `third-dev.jsonl` are measured and never learned from.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string" },
    folds: { type: "string" },
    rounds: { type: "string" },
    depth: { type: "string" },
    without: { type: "string" },
    thresholds: { type: "string" },
    pairs: { type: "string" },
  },
});

const RANKER: BoostSettings = {
  loss: "listwise",
  rounds: Number(values.rounds ?? "160"),
  depth: Number(values.depth ?? "4"),
  rate: 0.1,
  rowShare: 0.6,
  featureShare: 0.35,
  leastLeaf: 2,
  ridge: 2,
  seed: 7,
};
const ANSWERER: BoostSettings = { ...RANKER, loss: "binary", rate: 0.08, leastLeaf: 5 };
/** Among so many of the ranker's first units the answerer learns. */
const JUDGED = 4;
const RANK_FEATURES = ["rankScore", "rankPlace", "rankBehind", "rankAhead"] as const;
/** Made negatives: turns of a front desk, and questions asked of another report. */
const NEGATIVE = 0.5;
/** Questions over the five reports are many to each report, and were looked at while building. */
const OF_KNOWN_REPORTS = 0.35;

const rows = without(readRows(positionals), (values.without ?? "").split(",").filter(Boolean));
/** To look at, never to learn from. */
const APART = ["dev.jsonl", "second-dev.jsonl", "third-dev.jsonl"];
const kept = rows.lines.filter(({ set }) => APART.includes(set));
const learned = rows.lines.filter(({ set }) => !APART.includes(set));
process.stderr.write(`${learned.length} questions to learn from, ${kept.length} kept apart, ${rows.names.length} features\n`);

/** The rows without some features, to see what these bring. */
function without({ names, lines }: Rows, dropped: readonly string[]): Rows {
  const left = names.flatMap((name, at) => (dropped.some((prefix) => name.startsWith(prefix)) ? [] : [at]));
  if (left.length === names.length) return { names, lines };
  return {
    names: left.map((at) => names[at] ?? ""),
    lines: lines.map((line) => ({
      ...line,
      rows: line.rows.map((row) => ({ ...row, x: left.map((at) => row.x[at] ?? 0) })),
    })),
  };
}

const isOpen = ({ set }: Line): boolean => set === "train.jsonl" || APART.includes(set);
const weightOf = (line: Line): number =>
  isOpen(line) ? 1 : line.set.startsWith("project-") || line.set.startsWith("dev-questions") ? OF_KNOWN_REPORTS : NEGATIVE;
const isAnswerable = (line: Line) => line.expect === "answer" && line.rows.some(({ y }) => y === 1);
/** Asked of a report it was not written from (`elsewhere.jsonl`). */
const isElsewhere = ({ id }: Line): boolean => id.endsWith("~");
/** A question whose evidence was not found teaches nothing; one to refuse does, unless something there seems to answer it. */
const teaches = (line: Line) =>
  isAnswerable(line) || (line.expect === "refuse" && !(isElsewhere(line) && line.rows.some(({ m }) => m === 1)));
/** The first of the cheap ranking, and all evidence. */
const fewer = (line: Line): Line => ({ ...line, rows: line.rows.filter(({ y, m }, at) => at < 14 || y + m > 0) });

function trainRanker(lines: readonly Line[]): Trees {
  const examples = examplesOf(
    { names: rows.names, lines: lines.filter(isAnswerable).map(fewer) },
    weightOf,
    // Says what must be said and is not marked as evidence: half a yes.
    (row) => (row.y === 1 ? 1 : row.m === 1 ? 0.4 : 0),
  );
  return boost(examples, RANKER);
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
    (line, row, at) => weightOf(line) * (at === 0 ? 1 : 0.35) * (row.m === 1 && row.y === 0 ? 0 : 1),
    (row, line) => (row.y === 1 ? 1 : OF_SEVERAL.has(line.category) && isBeside(line, row) ? A_POINT : 0),
  );
  return boost(examples, ANSWERER);
}

/** Questions that several points answer, of which the writers marked some. */
const OF_SEVERAL: ReadonlySet<string> = new Set(["topic", "list", "reason"]);
/** How much of an answer a point beside the evidence is. */
const A_POINT = 0.7;

/** By report, so that no report is in two parts. */
function parted(lines: readonly Line[], folds: number): Line[][] {
  const parts: Line[][] = Array.from({ length: folds }, () => []);
  for (const line of lines) {
    const hash = createHash("sha256").update(line.report === "" ? line.id : line.report).digest();
    parts[hash.readUInt32BE(0) % folds]?.push(line);
  }
  return parts.filter((part) => part.length > 0);
}

/** What trees that were learned from the other parts make of each part. */
const crossed = <Made>(parts: readonly Line[][], make: (others: readonly Line[], part: readonly Line[]) => Made[]): Made[] =>
  parts.flatMap((part) => make(parts.filter((other) => other !== part).flat(), part));

interface Scored extends Judged {
  readonly line: Line;
  readonly score: number;
}

/** The best unit of each question by the answerer, among the first of ranked ones. */
function judge(answerer: Trees, lines: readonly Line[]): Scored[] {
  return lines.flatMap((line): Scored[] => {
    const scored = line.rows
      .map((row) => ({ row, score: scoreOf(answerer, Float64Array.from(row.x)) }));
    const [best] = scored;
    if (best === undefined) return [];
    return [
      {
        line,
        answerable: line.expect === "answer",
        probability: 0,
        score: best.score,
        evidence: line.rows.findIndex(({ y }) => y === 1),
        right: best.row.y === 1 || best.row.m === 1 || (OF_SEVERAL.has(line.category) && isBeside(line, best.row)),
      },
    ];
  });
}

const FIGURES = /^(?:indicator|compare|trend)/;
const isOfPassages = ({ line }: Scored): boolean => !FIGURES.test(line.category) && line.share < 0.5;

function reportAll(name: string, scored: readonly Scored[]): void {
  const passages = scored.filter(isOfPassages);
  const categories = [...new Set(passages.map(({ line }) => line.category))].sort();
  const scores: Record<string, ReadingScores> = {
    [name]: measureReading(scored),
    "of passages": measureReading(passages),
    ...Object.fromEntries(
      categories.map((category) => [category, measureReading(passages.filter(({ line }) => line.category === category))]),
    ),
  };
  for (const cells of readingTable(scores)) process.stdout.write(`${cells.map((cell) => cell.padEnd(17)).join("").trimEnd()}\n`);
  process.stdout.write(`${calibrationLine(measureReading(passages))}\n\n`);
}

/** What each threshold would refuse: of what can be answered, and of what cannot. */
function reportCurve(name: string, scored: readonly Scored[]): void {
  const below = (share: readonly Scored[], least: number) =>
    `${((100 * share.filter(({ probability }) => probability < least).length) / Math.max(1, share.length)).toFixed(0)} %`;
  const [can, cannot] = [true, false].map((answerable) => scored.filter((each) => each.answerable === answerable));
  for (let least = 0.15; least < 0.71; least += 0.05)
    process.stdout.write(`${name} below ${least.toFixed(2)}: ${below(can ?? [], least)} over-refused, ${below(cannot ?? [], least)} refused\n`);
}

const began = performance.now();
const parts = parted(learned, Number(values.folds ?? "5"));
const unseen = crossed(parts, (others, part) => ranked(trainRanker(others), part));
const NAMING = ["placesAsked", "yearsAsked", "indicatorShare", "followUp"].map((name) => rows.names.indexOf(name));
const namesAny = (line: Line): boolean => NAMING.some((at) => (line.rows[0]?.x[at] ?? 0) > 0);
const pairing = { rankScoreAt: rows.names.length, namesAny };
const pairs: Pair[] = [];
const judgedApart = crossed(parted(unseen, parts.length), (others, part) => {
  const answerer = trainAnswerer(others);
  pairs.push(...pairsOf(part, answerer, pairing));
  return judge(answerer, part);
});
const calibration = isotonic(
  judgedApart
    .filter(({ line }) => teaches(line))
    .map(({ score, right, line }) => ({ score, yes: Number(right), weight: weightOf(line) })),
);
const calibrated = (scored: readonly Scored[]) =>
  scored.map((each) => ({ ...each, probability: probabilityOf(calibration, each.score) }));
reportAll("cross-fitted", calibrated(judgedApart));
reportAll("open alone", calibrated(judgedApart).filter(({ line }) => isOpen(line)));

const model = { ranker: trainRanker(learned), answerer: trainAnswerer(unseen) };
if (values.pairs !== undefined)
  writePairs(values.pairs, [...pairs, ...pairsOf(ranked(model.ranker, kept), model.answerer, pairing)]);
for (const set of APART) {
  const apart = kept.filter((line) => line.set === set);
  if (apart.length === 0) continue;
  const scored = calibrated(judge(model.answerer, ranked(model.ranker, apart)));
  reportAll(set, scored);
  reportCurve(set, scored);
}
reportCurve("cross-fitted, open", calibrated(judgedApart).filter(({ line }) => isOpen(line)));
const thresholds = chosenThresholds(
  calibrated(judgedApart)
    .filter(({ line }) => isOpen(line))
    .map(({ line, ...each }) => ({ ...each, named: namesAny(line) })),
  "training/reader/train.ts",
);
process.stdout.write(`${JSON.stringify(thresholds)}; ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
if (values.thresholds !== undefined) writeFileSync(values.thresholds, `${JSON.stringify(thresholds, null, 2)}\n`);

if (values.out !== undefined) {
  mkdirSync(values.out, { recursive: true });
  const files = { ranker: "ranker.json", answerer: "answerer.json", calibration: "calibration.json" };
  const made: Record<string, unknown> = { "ranker.json": model.ranker, "answerer.json": model.answerer, "calibration.json": calibration };
  const sha256: Record<string, string> = {};
  for (const [name, value] of Object.entries(made)) {
    const text = `${JSON.stringify(value)}\n`;
    writeFileSync(path.join(values.out, name), text);
    sha256[name] = createHash("sha256").update(text).digest("hex");
  }
  const manifest = { name: "wenzheng-reader", questions: learned.length, files, sha256 };
  writeFileSync(path.join(values.out, "reader.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}
