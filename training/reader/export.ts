import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { Desk } from "#answer/desk.ts";
import { readingMatter } from "#answer/read-passages.ts";
import { createEmbedder } from "#embed/create-embedder.ts";
import { createUnderstand } from "#question/understand.ts";
import { featurise } from "#read/featurise.ts";
import { remembering } from "#read/likeness.ts";
import { foldPlain } from "#text/fold.ts";
import { RETRIEVAL_WEIGHTS } from "#retrieve/weights.ts";
import { openIndex } from "#store/open-index.ts";
import { readConfiguration } from "../../src/configuration.ts";
import { embedWith, openSources } from "../../src/open-sources.ts";

/**
 * Questions over one index → rows of features, a question a line:
 *   npx tsx training/reader/export.ts --index DIR --out ROWS.jsonl [--swap] [--docs NAMES] QUESTIONS.jsonl …
 * With `--swap` each question is asked of another place held here, by that place's name: what it asks for is not held.
 */
const questionSchema = z.object({
  id: z.string(),
  category: z.string().default(""),
  turns: z.array(z.string()).min(1),
  evidence: z.array(z.string()).default([]),
  evidence_groups: z.array(z.array(z.string())).default([]),
  must: z.array(z.array(z.string())).default([]),
  expect: z.string(),
  report: z.string().optional(),
  doc: z.array(z.string()).default([]),
});
type Question = z.infer<typeof questionSchema>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { index: { type: "string" }, out: { type: "string" }, swap: { type: "boolean" } },
});
const configuration = readConfiguration({ ...process.env });
const index = openIndex(path.resolve(values.index ?? ""));
const embedder = await createEmbedder(configuration.embedder);
const { sources, outline } = openSources(index, embedder, { weights: RETRIEVAL_WEIGHTS, lexicon: true });
const understand = createUnderstand(outline);
const embed = remembering(embedWith(embedder));
const out = values.out ?? "rows.jsonl";
writeFileSync(out, "");

/** Space and bars say nothing. */
const bare = (text: string): string => foldPlain(text).replace(/[\s|]/gu, "");
const files = new Map(outline.documents.map(({ id, sourceName, file }) => [id, [sourceName, file]]));
const held = new Set([...files.values()].flat());
const SHORTEST_PIECE = 12;

/** The unit holds the evidence, or the evidence holds the unit. */
function isEvidence(unit: string, evidence: readonly string[]): boolean {
  return evidence.some((slice) => {
    if (slice.length === 0) return false;
    return unit.includes(slice) || (unit.length >= SHORTEST_PIECE && slice.includes(unit));
  });
}

/** Whether a text says every group of `must`: it may answer although it is no evidence. */
const saysAll = (unit: string, must: readonly (readonly string[])[]): boolean =>
  must.length > 0 && must.every((group) => group.some((one) => unit.includes(bare(one))));

/** The same question of another place: every held name in it changed for another report's. */
function swapped(question: Question, at: number): Question | null {
  const others = outline.documents.filter(({ region, reviewYear }) => region !== null && reviewYear !== null);
  const other = others[(at * 7919) % Math.max(1, others.length)];
  if (other === undefined) return null;
  const turns = question.turns.map((turn) => {
    const placed = PLACES.reduce((text, place) => text.replaceAll(place, other.region ?? ""), turn);
    return placed.replace(/20\d\d(?=年)/gu, String(other.reviewYear));
  });
  if (turns.every((turn, i) => turn === question.turns[i])) return null;
  return { ...question, id: `${question.id}~`, turns, evidence: [], evidence_groups: [], expect: "refuse", report: other.file, doc: [] };
}
const PLACES = ["重庆市江北区", "江北区", "江北", "大渡口区", "大渡口", "渝北区", "渝北"];

let asked = 0;
for (const file of positionals) {
  const lines = readFileSync(file, "utf8").split("\n").filter((line) => line.trim() !== "");
  for (const [at, line] of lines.entries()) {
    const given = questionSchema.parse(JSON.parse(line));
    const question = values.swap === true ? swapped(given, at) : given;
    if (question === null || !["answer", "refuse"].includes(question.expect)) continue;
    if (question.report !== undefined && !held.has(question.report)) continue;
    const read = understand(question.turns);
    if (read.gate !== null) continue;
    const elsewhere = read.regions.length === 0 && read.otherRegions.length > 0;
    if (elsewhere) continue;
    const desk = new Desk(read, sources);
    const region = read.regions[0] ?? null;
    const { reading, passages } = await readingMatter(desk, region);
    const units = await featurise(reading, passages, { sources, embed });
    const evidence = [...question.evidence, ...question.evidence_groups.flat()].map(bare);
    const reports = question.report === undefined ? question.doc : [question.report];
    const rows = units.map(({ unit, features }) => {
      const words = bare(sources.document(unit.documentId)?.text.slice(unit.start, unit.end) ?? "");
      const ofReport = reports.length === 0 || (files.get(unit.documentId) ?? []).some((name) => reports.includes(name));
      return {
        y: question.expect === "answer" && ofReport && isEvidence(words, evidence) ? 1 : 0,
        // Says what must be said: no negative, and no sure evidence.
        m: saysAll(words, question.must) ? 1 : 0,
        k: unit.kind,
        x: features,
      };
    });
    const record = {
      id: question.id,
      set: path.basename(file),
      swap: values.swap === true,
      category: question.category,
      operation: read.operation,
      share: read.indicatorShare,
      report: reports[0] ?? "",
      expect: question.expect,
      names: asked === 0 ? Object.keys(rows[0]?.x ?? {}) : undefined,
      rows: rows.map(({ x, ...rest }) => ({ ...rest, x: Object.values(x).map((value) => Number(value.toPrecision(4))) })),
    };
    if (rows.length === 0) continue;
    appendFileSync(out, `${JSON.stringify(record)}\n`);
    asked += 1;
  }
}
process.stderr.write(`${asked} questions → ${out}\n`);
index.close();
