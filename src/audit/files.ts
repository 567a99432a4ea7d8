import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { BEGINNING, type Link } from "./record.ts";

const FILE = /^audit-\d{4}-\d{2}\.jsonl$/;

/** The files of the log, oldest first; one a month. */
export function auditFiles(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => FILE.test(name))
    .sort();
}

export const fileOf = (time: Date): string => `audit-${time.toISOString().slice(0, 7)}.jsonl`;

const linkSchema = z.object({ number: z.int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) });
const edgesSchema = z.object({ first: linkSchema, last: linkSchema });

/**
 * Both ends of the chain: the link before the first line that is kept, and the last line. A chain alone does not show that its
 * end was cut off. Whoever wants to be sure against someone who can write here keeps a copy of `last` elsewhere.
 */
export interface Edges {
  readonly first: Link;
  readonly last: Link;
}

/** @returns null when there are none that can be read */
export function readEdges(directory: string): Edges | null {
  try {
    const parsed = edgesSchema.safeParse(
      JSON.parse(readFileSync(path.join(directory, "edges.json"), "utf8")),
    );
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function writeEdges(directory: string, edges: Edges): void {
  const beside = path.join(directory, `edges.json.${process.pid}`);
  writeFileSync(beside, JSON.stringify(edges));
  renameSync(beside, path.join(directory, "edges.json"));
}

export const NO_LINES: Edges = { first: BEGINNING, last: BEGINNING };
