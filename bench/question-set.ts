import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Chunk } from "#domain/chunk.ts";

/** A question, and for each fact it needs the passages that state it. */
export interface BenchQuestion {
  readonly id: string;
  readonly category: string;
  readonly text: string;
  /** Ids of chunks; the question is answered by a ranking that holds one of each group. */
  readonly groups: readonly ReadonlySet<string>[];
}

const lineSchema = z.object({
  id: z.string(),
  category: z.string(),
  turns: z.array(z.string()).min(1),
  evidence: z.array(z.string()).nullish(),
  evidence_all: z.boolean().optional(),
  evidence_groups: z.array(z.array(z.string())).optional(),
});

/**
 * Reads a question set (one JSON object a line) and finds its evidence in the chunks, white space and table bars
 * aside. Of a conversation the last two turns are the question. Questions without evidence are left out, those whose
 * evidence stands in no chunk stay: they count as missed.
 */
export function readQuestions(file: string, chunks: readonly Chunk[]): BenchQuestion[] {
  const held = chunks.map((chunk) => ({ id: chunk.id, words: squeeze(chunk.context + chunk.text) }));
  const holding = (evidence: string) =>
    held.filter(({ words }) => words.includes(squeeze(evidence))).map(({ id }) => id);
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.flatMap((line) => {
    const { id, category, turns, evidence, ...rest } = lineSchema.parse(JSON.parse(line));
    if (!evidence || evidence.length === 0) return [];
    const all = rest.evidence_groups ?? (rest.evidence_all ? evidence.map((one) => [one]) : [evidence]);
    const groups = all.map((group) => new Set(group.flatMap(holding)));
    return [{ id, category, text: turns.slice(-2).join(" "), groups }];
  });
}

function squeeze(text: string): string {
  return text.normalize("NFKC").replace(/[\s|\\]/g, "");
}
