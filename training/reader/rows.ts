import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Examples } from "./boost.ts";

const lineSchema = z.object({
  id: z.string(),
  set: z.string(),
  category: z.string(),
  operation: z.string(),
  share: z.number(),
  report: z.string(),
  expect: z.string(),
  /** What is asked, where the rows were exported with words. */
  words: z.string().optional(),
  names: z.array(z.string()),
  rows: z.array(
    z.object({
      y: z.number(),
      m: z.number(),
      k: z.string(),
      /** Title of its section and what it says. */
      words: z.tuple([z.string(), z.string()]).optional(),
      at: z.tuple([z.string(), z.number(), z.number()]),
      x: z.array(z.number()),
    }),
  ),
});

/** One question with its units' features, as exported. */
export type Line = Omit<z.infer<typeof lineSchema>, "names">;

export interface Rows {
  readonly names: readonly string[];
  readonly lines: readonly Line[];
}

/** The lines of the files given and of the files in the folders given. */
export function readRows(places: readonly string[]): Rows {
  const files = places.flatMap((place) =>
    statSync(place).isDirectory()
      ? readdirSync(place)
          .filter((name) => name.endsWith(".jsonl"))
          .sort()
          .map((name) => path.join(place, name))
      : [place],
  );
  let names: readonly string[] = [];
  const lines = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((text) => text !== "")
      .map((text) => {
        const { names: given, ...line } = lineSchema.parse(JSON.parse(text));
        if (names.length === 0) names = given;
        if (given.join() !== names.join()) throw new RangeError(`${file} has rows of other features`);
        return line;
      }),
  );
  return { names, lines };
}

/** Characters between a unit and evidence of its report. */
const BESIDE = 300;

/** Whether a unit stands beside evidence: of a list or a topic it may be another point, which nobody marked. */
export function isBeside({ rows }: Line, { at: [document, start, end] }: Line["rows"][number]): boolean {
  return rows.some(
    ({ y, at: [other, from, to] }) =>
      y === 1 && other === document && from - end < BESIDE && start - to < BESIDE,
  );
}

/** Units of questions as examples, weighed as told. */
export function examplesOf(
  { names, lines }: Rows,
  weigh: (line: Line, row: Line["rows"][number], at: number) => number,
  target: (row: Line["rows"][number], line: Line) => number = (row) => row.y,
): Examples {
  const count = lines.reduce((sum, { rows }) => sum + rows.length, 0);
  const values = new Float32Array(count * names.length);
  const targets = new Float32Array(count);
  const weights = new Float32Array(count);
  const groups: [number, number][] = [];
  let at = 0;
  for (const line of lines) {
    const from = at;
    for (const [place, row] of line.rows.entries()) {
      values.set(row.x, at * names.length);
      targets[at] = target(row, line);
      weights[at] = weigh(line, row, place);
      at += 1;
    }
    groups.push([from, at]);
  }
  return { features: names, values, targets, weights, groups };
}
