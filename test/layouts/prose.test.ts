import fc from "fast-check";
import { expect, test } from "vitest";
import { extractIndicators } from "#indicators/extract-indicators.ts";
import { readReport } from "#ingest/read-report.ts";
import { digits, partsOf, toldOf } from "./judge-rows.ts";
import { printProse, proseArbitrary } from "./print-prose.ts";
import { factsArbitrary } from "./report-facts.ts";
import { runs, seed } from "./run-layouts.ts";

/** A sentence may be left unread; what is read of it is what it says, of the time, the kind and the place it says it of. */
test(`what is read of a sentence is what it says, seed ${seed}`, { timeout: 600_000 }, () => {
  let printedFacts = 0;
  let toldFacts = 0;
  fc.assert(
    fc.property(factsArbitrary(false), proseArbitrary, (facts, prose) => {
      const printed = printProse(facts, prose);
      const bytes = new TextEncoder().encode(printed.text);
      const { document } = readReport({ file: "report.md", bytes, metadata: null });
      if (document === null) throw new Error("the report is not read");
      const byValue = new Map(printed.facts.map((fact) => [digits(fact.value), fact]));
      const { rows } = extractIndicators(document);
      // Figures of a part of the year are left unread in sentences so far.
      const whole = prose.part === "" ? printed.facts : [];
      printedFacts += whole.length;
      toldFacts += whole.filter((fact) => rows.some(({ value }) => value === fact.value)).length;
      const wrong = rows.flatMap((row) => {
        const fact = byValue.get(digits(row.value));
        if (row.value === null) return [];
        if (printed.others.has(digits(row.value)))
          return row.region === facts.region ? [`${toldOf(row)} is of another place`] : [];
        if (fact === undefined) return [`${toldOf(row)} is in no sentence`];
        const parts = partsOf(row, fact, facts.region).filter(([, open]) => !open);
        return parts.map(([part]) => `${part}: ${toldOf(row)} of ${row.region}, not ${JSON.stringify(fact)}`);
      });
      expect(wrong).toEqual([]);
    }),
    { seed, numRuns: Math.ceil(runs / 8) },
  );
  console.log(`${toldFacts} of ${printedFacts} facts of the whole year are read`);
  expect(toldFacts / printedFacts).toBeGreaterThan(0.95);
});
