import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { isExcused, shortfalls } from "./excused.ts";
import keptFile from "./kept.json" with { type: "json" };
import type { Format } from "./layout.ts";
import { faultsOf, madeCaseSchema } from "./made-case.ts";
import { type Met, misread, runFormat, runsOf, seed, sorted } from "./run-layouts.ts";

const kept = z.array(z.strictObject({ about: z.string().min(10), case: madeCaseSchema })).parse(keptFile);

/**
 * Reports made from known facts in these formats and in every layout, read by the real line: their rows are the facts. First
 * come the layouts that were once misread, then new ones; `LAYOUT_SEED=7 LAYOUT_RUNS=20000 npx vitest run test/layouts` makes
 * others, and more.
 */
export function testLayouts(formats: readonly Format[]): void {
  const met: Met = new Map();
  const once = kept.filter(({ case: made }) => formats.includes(made.layout.format));
  const known = shortfalls.filter(({ example }) => formats.includes(example.layout.format));

  describe.skipIf(once.length === 0)("layouts that were misread once", () => {
    test.each(once)("$about", async ({ case: made }) => {
      const { unexcused } = sorted(await faultsOf(made), made.layout);
      if (unexcused.length > 0) expect.fail(await misread(made));
    });
  });

  describe.skipIf(known.length === 0)("layouts that are known to be misread", () => {
    test.each(known)("$about", async (shortfall) => {
      const { layout } = shortfall.example;
      const faults = await faultsOf(shortfall.example);
      const shown = faults.some((fault) => isExcused(fault, layout, shortfall));
      expect(shown, "it is read well now: move its report from shortfalls.json to kept.json").toBe(true);
    });
  });

  describe(`the rows are the facts, seed ${seed}`, () => {
    test.each(formats)("%s", { timeout: 3_600_000 }, async (format) => {
      await runFormat(format, met);
    });
    afterAll(() => {
      const count = formats.reduce((sum, format) => sum + runsOf(format), 0);
      const lines = [...met].map(([about, times]) => `  known, in ${times} of them: ${about}`);
      console.log(
        [`${count} reports in ${formats.length} formats, LAYOUT_SEED=${seed}`, ...lines].join("\n"),
      );
    });
  });
}
