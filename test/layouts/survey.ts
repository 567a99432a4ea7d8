import fc from "fast-check";
import { FORMATS, type Format } from "./layout.ts";
import { caseArbitrary, codeOf, faultsOf, type MadeCase, unlikePlain } from "./made-case.ts";
import { sorted } from "./run-layouts.ts";

/**
 * Prints the smallest layouts that show each fault, found over many runs, for whoever mends the line:
 * `npx tsx test/layouts/survey.ts 300 pipe,tab 7`: up to 300 reports in each format, from seed 7 on.
 */
const [runs = "200", formats = FORMATS.join(","), seed = "1", wanted = ""] = process.argv.slice(2);

for (const format of formats.split(",") as Format[]) {
  const cases = caseArbitrary(format);
  const start = performance.now();
  let count = 0;
  const codes = new Map<string, number>();
  const sample = fc.sample(cases, { numRuns: Number(runs), seed: Number(seed) });
  for (const made of sample) {
    count++;
    const faults = await unexcused(made);
    for (const code of new Set(faults.map(codeOf))) codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  const each = (performance.now() - start) / count;
  console.log(
    `== ${format}: ${[...codes].map((code) => code.join(" ")).join(", ")} of ${count}; ${each.toFixed(1)} ms each`,
  );
  for (const code of codes.keys()) {
    if (!code.includes(wanted)) continue;
    const shown = new Set<string>();
    for (let more = 0; more < 6; more++) {
      const faultOf = async (made: MadeCase) =>
        (await unexcused(made)).find((fault) => codeOf(fault) === code);
      const found = await fc.check(
        fc.asyncProperty(
          cases,
          async (made) => (await faultOf(made)) === undefined || shown.has(unlikePlain(made.layout)),
        ),
        { seed: Number(seed) + more, numRuns: Number(runs), maxSkipsPerRun: 1 },
      );
      const made = found.counterexample?.[0];
      if (made === undefined) break;
      shown.add(unlikePlain(made.layout));
      console.log(`  ${code}: [${unlikePlain(made.layout)}] ${(await faultOf(made))?.message}`);
    }
  }
}

async function unexcused(made: MadeCase) {
  return sorted(await faultsOf(made), made.layout).unexcused;
}
