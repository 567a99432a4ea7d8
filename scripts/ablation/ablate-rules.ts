/**
 * Which rules of `src/answer` earn their lines:
 *   tsx scripts/ablation/ablate-rules.ts [--reports DIR] [--part 1/2] [--most 60] [--of functions] [--only PATTERN] [--out FILE] SET.jsonl …
 * Every file (or every function) is turned off by itself: what it yields is then null, false, an empty list, or what it was given.
 * `--together FILE#FUNCTION+FILE` turns off several at once, files and functions mixed. Only the questions in whose answers it found something are asked again, `--most` of them a set. Writes a line a rule: by set, how many
 * questions it had a part in, how many were asked again, and whose answers were right and cited before and not after, or after and not before.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import path from "node:path";
import { parseArgs } from "node:util";
import type { EvaluationSubject } from "#evaluate/subject.ts";

/** Tells which rule is off, and which ones found something since it was last emptied. */
const ablation = {
  off: new Set<string>(),
  found: new Set<string>(),
  rule(id: string, otherwise: (...given: unknown[]) => unknown, own: (...given: unknown[]) => unknown) {
    const file = id.split("#")[0] ?? id;
    const note = (result: unknown, nothing: unknown) => {
      const none = Array.isArray(result) ? result.length === 0 : result === nothing;
      if (!none) ablation.found.add(id);
      return result;
    };
    return (...given: unknown[]) => {
      if (ablation.off.has(id) || ablation.off.has(file)) return otherwise(...given);
      const result = own(...given);
      const nothing = otherwise(...given);
      return result instanceof Promise
        ? result.then((settled) => note(settled, nothing))
        : note(result, nothing);
    };
  },
};
Object.assign(globalThis, { ablation });
register("./load-with-switches.ts", import.meta.url);

const { readConfiguration } = await import("../../src/configuration.ts");
const { laidCorpora } = await import("../../src/compose/evaluate/corpora-line.ts");
const { createAskLine } = await import("../../src/compose/ask/ask-line.ts");
const { openAskLine } = await import("../../src/compose/ask/open-ask-line.ts");
const { evaluationSubject } = await import("../../src/compose/evaluate/evaluation-subject.ts");
const { askQuestion } = await import("#evaluate/ask-question.ts");
const { describeDocuments } = await import("#evaluate/generate.ts");
const { figuresOf } = await import("#evaluate/score/figures.ts");
const { grade } = await import("#evaluate/score/grade.ts");
const { parsePart } = await import("#evaluate/sets/corpora.ts");
const { finalResponse } = await import("#evaluate/report/run-record.ts");
const { parseQuestionSet } = await import("#evaluate/sets/question-set.ts");

const { values: given, positionals: sets } = parseArgs({
  allowPositionals: true,
  options: {
    reports: { type: "string", default: "../shared" },
    part: { type: "string", default: "1/1" },
    most: { type: "string", default: "60" },
    of: { type: "string", default: "files" },
    only: { type: "string", default: "." },
    /** Rules with a part in more of all questions than this are needed, and cost the most time. */
    share: { type: "string", default: "0.3" },
    together: { type: "string", multiple: true, default: [] },
    known: { type: "string", default: "runs/rules-known.json" },
    out: { type: "string", default: "runs/rules.jsonl" },
  },
});

const configuration = readConfiguration(process.env);
const laid = laidCorpora(configuration, given.reports);
const NOWHERE = { configuration: {}, index: null, models: {}, prompts: {} };
const opened = new Map<string, Promise<EvaluationSubject>>();

/** Answers, and nothing else of what an evaluation measures. */
async function subjectOver(files: readonly string[]): Promise<EvaluationSubject> {
  const line =
    files.length === 0
      ? await openAskLine(configuration)
      : await laid(files).then(({ index, embedder }) => createAskLine(index, embedder));
  const { ask, library } = evaluationSubject(line, NOWHERE);
  return { ask, library, environment: NOWHERE };
}

function subjectOf(files: readonly string[]): Promise<EvaluationSubject> {
  const key = files.join("\n");
  const subject = opened.get(key) ?? subjectOver(files);
  opened.set(key, subject);
  return subject;
}

type Question = ReturnType<typeof parseQuestionSet>["questions"][number];

/** Right and cited, and whether a figure has no ground. */
async function graded(question: Question) {
  const subject = await subjectOf(question.corpus);
  const record = await askQuestion(subject, question, { depth: 1, twice: false });
  const documents = await describeDocuments(subject);
  const response = finalResponse(record);
  const grading = grade(question, response, documents);
  const item = { question, record, response, grade: grading, documents };
  return { full: grading?.points === 1, figures: figuresOf(item).ungrounded, digest: record.digest };
}

interface Asked {
  readonly set: string;
  readonly question: Question;
  readonly full: boolean;
  readonly digest: string | null;
  readonly found: readonly string[];
}

/** Every question as it is answered with all rules, and the functions that found something for it; kept in `--known`. */
async function askedAll(): Promise<Asked[]> {
  if (existsSync(given.known)) return JSON.parse(readFileSync(given.known, "utf8"));
  const all: Asked[] = [];
  for (const set of sets) {
    const name = path.basename(set, ".jsonl");
    let right = 0;
    const { questions } = parseQuestionSet(name, readFileSync(set, "utf8"));
    for (const question of questions) {
      ablation.found.clear();
      const { full, digest } = await graded(question);
      right += full ? 1 : 0;
      all.push({ set: name, question, full, digest, found: [...ablation.found] });
    }
    process.stderr.write(`${name}: ${right} of ${questions.length} right and cited\n`);
  }
  writeFileSync(given.known, JSON.stringify(all));
  return all;
}

const asked = await askedAll();
const partsIn = new Map<string, Asked[]>();
for (const one of asked) {
  const rules = one.found.flatMap((id) => [id.split("#")[0] ?? id, id]);
  for (const rule of new Set(rules)) partsIn.set(rule, [...(partsIn.get(rule) ?? []), one]);
}
for (const together of given.together) {
  const all = new Set(together.split("+").flatMap((rule) => partsIn.get(rule) ?? []));
  partsIn.set(
    together,
    asked.filter((one) => all.has(one)),
  );
}

const { part, of } = parsePart(given.part);
const rules = [...partsIn]
  .filter(([rule]) =>
    given.together.length === 0
      ? rule.includes("#") === (given.of === "functions")
      : given.together.includes(rule),
  )
  .filter(
    ([rule, parts]) =>
      new RegExp(given.only, "u").test(rule) && parts.length <= Number(given.share) * asked.length,
  )
  .map(([rule]) => rule)
  .sort();
writeFileSync(given.out, "");
for (const [at, rule] of rules.entries()) {
  if (at % of !== part - 1) continue;
  const bySet: Record<string, object> = {};
  for (const set of new Set(asked.map((one) => one.set))) {
    const all = (partsIn.get(rule) ?? []).filter((one) => one.set === set);
    const step = Math.max(1, all.length / Number(given.most));
    const chosen = Array.from(
      { length: Math.min(all.length, Number(given.most)) },
      (_, n) => all[Math.floor(n * step)],
    );
    bySet[set] = { part: all.length, asked: chosen.length, ...(await without(rule, chosen)) };
  }
  appendFileSync(given.out, `${JSON.stringify({ rule, bySet })}\n`);
}
process.exit(0);

/** The questions whose grade changes while a rule is off. */
async function without(rule: string, chosen: readonly (Asked | undefined)[]) {
  const lost: string[] = [];
  const gained: string[] = [];
  const ungrounded: string[] = [];
  let changed = 0;
  ablation.off = new Set(rule.split("+"));
  for (const one of chosen) {
    if (one === undefined) continue;
    const now = await graded(one.question);
    if (now.digest !== one.digest) changed += 1;
    if (one.full && !now.full) lost.push(one.question.id);
    if (!one.full && now.full) gained.push(one.question.id);
    if (now.figures.length > 0) ungrounded.push(one.question.id);
  }
  ablation.off = new Set();
  return { changed, lost, gained, ungrounded };
}
