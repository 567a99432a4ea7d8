import fc from "fast-check";
import { isExcused, leftOpen, shortfalls } from "./excused.ts";
import type { Fault } from "./judge-rows.ts";
import { FORMATS, type Format, type Layout } from "./layout.ts";
import { caseArbitrary, codeOf, faultsOf, type MadeCase, unlikePlain } from "./made-case.ts";

/** The same reports on every machine unless LAYOUT_SEED names others; LAYOUT_RUNS makes more than a test run does. */
export const seed = Number(process.env["LAYOUT_SEED"] ?? 2024);
export const runs = Number(process.env["LAYOUT_RUNS"] ?? 2200);

/** Of a hundred reports, so many are made in each format: the slow ones are made less often. */
const SHARES: Readonly<Record<Format, number>> = {
  pipe: 16,
  tab: 12,
  "cell-lines": 8,
  stacked: 5,
  gaps: 5,
  commas: 3,
  "html-in-text": 8,
  html: 11,
  docx: 10,
  pdf: 4,
  xlsx: 7,
  xls: 2,
  csv: 4,
  ofd: 6,
};

export const runsOf = (format: Format): number => Math.ceil((runs * SHARES[format]) / 100);

/** The faults that no layout excuses, and those that are known, by what is known of them. */
export function sorted(faults: readonly Fault[], layout: Layout): { unexcused: Fault[]; known: string[] } {
  const told = faults.filter((fault) => !leftOpen.some((open) => isExcused(fault, layout, open)));
  const known = told.map(
    (fault) => shortfalls.find((shortfall) => isExcused(fault, layout, shortfall))?.about,
  );
  return {
    unexcused: told.filter((_, at) => known[at] === undefined),
    known: [...new Set(known.filter((about) => about !== undefined))],
  };
}

/** How often each shortfall was met. */
export type Met = Map<string, number>;

/** Makes and reads the reports of one format; throws the smallest that is misread. */
export async function runFormat(format: Format, met: Met): Promise<void> {
  const result = await fc.check(
    fc.asyncProperty(caseArbitrary(format), async (made) => {
      const { unexcused, known } = sorted(await faultsOf(made), made.layout);
      for (const about of known) met.set(about, (met.get(about) ?? 0) + 1);
      return unexcused.length === 0;
    }),
    { seed: seed + FORMATS.indexOf(format), numRuns: runsOf(format) },
  );
  const made = result.counterexample?.[0];
  if (made !== undefined) throw new Error(await misread(made));
}

/** What is wrong with a report, and how to keep it as a case. */
export async function misread(made: MadeCase): Promise<string> {
  const { unexcused } = sorted(await faultsOf(made), made.layout);
  const faults = unexcused.map((fault) => `  ${codeOf(fault)}: ${fault.message}`);
  return [
    `a ${made.layout.format} report is misread; seed ${seed}, layout: ${unlikePlain(made.layout) || "the plainest"}`,
    ...faults,
    `Once mended, keep it in test/layouts/kept.json: ${JSON.stringify(made)}`,
  ].join("\n");
}
