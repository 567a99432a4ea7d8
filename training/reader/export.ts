import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Desk } from "#answer/desk.ts";
import { readingMatter } from "#answer/passages/read-passages.ts";
import type { Embedder } from "#embed/embedder.ts";
import { parsePart, partOf } from "#evaluate/sets/corpora.ts";
import { groupBy } from "#evaluate/score/group.ts";
import { parseQuestionSet, type Question } from "#evaluate/sets/question-set.ts";
import { createUnderstand } from "#question/understand.ts";
import { featurise } from "#read/featurise.ts";
import { remembering } from "#read/likeness.ts";
import { RETRIEVAL_WEIGHTS } from "#retrieve/weights.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { openIndex } from "#store/open-index.ts";
import { foldPlain } from "#text/fold.ts";
import { readConfiguration } from "../../src/configuration.ts";
import { laidCorpora } from "../../src/compose/evaluate/corpora-line.ts";
import { embedWith, openSources } from "../../src/compose/ask/open-sources.ts";

/**
 * Questions → rows of features, a file a corpus and set, a question a line; a file that is there already is kept:
 *   npx tsx training/reader/export.ts --out DIR [--reports ../shared] [--part K/N] [--ungated] [--words] QUESTIONS.jsonl …
 * Questions that name no corpus are asked of the index here. With `--words` a row also holds what the question and the unit say.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string" },
    reports: { type: "string" },
    part: { type: "string" },
    ungated: { type: "boolean" },
    words: { type: "boolean" },
  },
});
const out = values.out ?? "runs/rows";
const configuration = readConfiguration({ ...process.env });
const laid = laidCorpora(configuration, values.reports ?? "../shared");

/** Space and bars say nothing. */
const bare = (text: string): string => foldPlain(text).replace(/[\s|]/gu, "");
const SHORTEST_PIECE = 12;

/** Which slices of evidence the unit holds, or which hold the unit. */
function evidenceIn(unit: string, evidence: readonly string[]): number[] {
  return evidence.flatMap((slice, at) => {
    if (slice.length === 0) return [];
    return unit.includes(slice) || (unit.length >= SHORTEST_PIECE && slice.includes(unit)) ? [at] : [];
  });
}

/** Whether a text says every group of `must`: it may answer although it is no evidence. */
const saysAll = (unit: string, must: readonly (readonly string[])[]): boolean =>
  must.length > 0 && must.every((group) => group.some((one) => unit.includes(bare(one))));

/** The lines of one corpus. */
async function* rowsOf(index: IndexReader, embedder: Embedder, questions: readonly Asked[]) {
  const { sources, outline } = openSources(index, embedder, { weights: RETRIEVAL_WEIGHTS, lexicon: true });
  const understand = createUnderstand(outline);
  const embed = remembering(embedWith(embedder));
  const files = new Map(outline.documents.map(({ id, sourceName, file }) => [id, [sourceName, file]]));
  for (const { question, set } of questions) {
    const told = understand(question.turns);
    // What a gate would keep from the reader teaches it all the same, where it is asked for.
    const read = told.gate !== null && values.ungated ? { ...told, gate: null, topic: told.asked } : told;
    if (read.gate !== null || (read.regions.length === 0 && read.otherRegions.length > 0)) continue;
    const desk = new Desk(read, sources);
    const { reading, passages } = await readingMatter(desk, read.regions[0] ?? null);
    const units = await featurise(reading, passages, { sources, embed });
    const evidence = [...question.evidence, ...question.evidence_groups.flat()].map(bare);
    const rows = units.map(({ unit, features }) => {
      const words = bare(sources.document(unit.documentId)?.text.slice(unit.start, unit.end) ?? "");
      const ofReport =
        question.doc.length === 0 ||
        (files.get(unit.documentId) ?? []).some((name) => question.doc.includes(name));
      const title = foldPlain(unit.passage.chunk.section.at(-1) ?? "");
      const text = foldPlain(sources.document(unit.documentId)?.text.slice(unit.start, unit.end) ?? "");
      const held = question.expect === "answer" && ofReport ? evidenceIn(words, evidence) : [];
      return { held, says: saysAll(words, question.must), unit, features, title, text };
    });
    if (rows.length === 0) continue;
    yield {
      id: question.id,
      set,
      category: question.category,
      operation: read.operation,
      share: read.indicatorShare,
      report: question.report ?? question.doc[0] ?? "",
      expect: question.expect,
      names: Object.keys(rows[0]?.features ?? {}),
      ...(values.words ? { words: question.turns.length > 1 ? read.text : question.turns.at(-1) } : {}),
      rows: rows.map(({ held, says, unit, features, title, text }) => ({
        y: Number(held.length > 0),
        // Says what must be said: no negative, and no sure evidence.
        m: Number(says),
        e: held,
        k: unit.kind,
        ...(values.words ? { words: [title, text] } : {}),
        at: [unit.documentId, unit.start, unit.end],
        x: Object.values(features).map((value) => Number(value.toPrecision(4))),
      })),
    };
  }
}

/** The index that stands here, for questions that name no corpus. */
async function here() {
  const { createEmbedder } = await import("#embed/create-embedder.ts");
  return {
    index: openIndex(configuration.indexDirectory),
    embedder: await createEmbedder(configuration.embedder),
  };
}

interface Asked {
  readonly question: Question;
  readonly set: string;
}

const asked = positionals.flatMap((file) => {
  const set = partOf(parseQuestionSet(path.basename(file), readFileSync(file, "utf8")), parsePart(values.part ?? "1/1"));
  return set.questions
    .filter(({ expect }) => expect === "answer" || expect === "refuse")
    .map((question): Asked => ({ question, set: set.name }));
});
mkdirSync(out, { recursive: true });
// By set as well: a corpus asked by two sets has a file for each, and none is taken for done because the other is.
const corpora = groupBy(asked, ({ question, set }) => [set, ...question.corpus].join("\n"));
let done = 0;
for (const [name, questions] of corpora) {
  done += 1;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 16);
  const file = path.join(out, `${digest}.jsonl`);
  if (existsSync(file)) continue;
  const corpus = questions[0]?.question.corpus ?? [];
  const { index, embedder } = corpus.length === 0 ? await here() : await laid(corpus);
  const lines: string[] = [];
  for await (const line of rowsOf(index, embedder, questions)) lines.push(`${JSON.stringify(line)}\n`);
  index.close();
  writeFileSync(`${file}.part`, lines.join(""));
  renameSync(`${file}.part`, file);
  process.stderr.write(`${done}/${corpora.size} ${lines.length} questions of ${name.split("\n").slice(0, 2).join(": ")}\n`);
}
