import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Examples } from "./boost.ts";

const lineSchema = z.object({
  id: z.string(),
  set: z.string(),
  swap: z.boolean(),
  category: z.string(),
  operation: z.string(),
  share: z.number(),
  report: z.string(),
  expect: z.string(),
  names: z.array(z.string()).optional(),
  rows: z.array(z.object({ y: z.number(), m: z.number(), k: z.string(), x: z.array(z.number()) })),
});

/** One question with its units' features, as exported. */
export type Line = z.infer<typeof lineSchema>;

export interface Rows {
  readonly names: readonly string[];
  readonly lines: readonly Line[];
}

export function readRows(files: readonly string[]): Rows {
  const lines = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => lineSchema.parse(JSON.parse(line))),
  );
  const names = lines.find((line) => line.names !== undefined)?.names ?? [];
  for (const { names: given } of lines)
    if (given !== undefined && given.join() !== names.join()) throw new RangeError("rows of different features");
  return { names, lines };
}

/** Units of questions as examples; what may answer though it is no evidence is left out of the no. */
export function examplesOf(
  { names, lines }: Rows,
  weigh: (line: Line, row: Line["rows"][number], at: number) => number,
  target: (row: Line["rows"][number]) => number = (row) => row.y,
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
      targets[at] = target(row);
      weights[at] = weigh(line, row, place);
      at += 1;
    }
    groups.push([from, at]);
  }
  return { features: names, values, targets, weights, groups };
}
