import { parseArgs } from "node:util";
import { builds } from "./builds.ts";
import { crowd } from "./crowd.ts";
import { disk } from "./disk.ts";
import { modelFaults } from "./model-faults.ts";
import { overload } from "./overload.ts";
import { randomOf } from "./random.ts";
import { type Service, startService } from "./service.ts";
import { switches } from "./switches.ts";
import { type Counts, flips, kills, questions, requests, soak } from "./trials.ts";

/** `npm run torture -- NAME [--count N] [--seed S] [--seconds T]`: tries the service on loopback, prints counts, fails when any is wrong. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string" }, seed: { type: "string", default: "1" }, seconds: { type: "string" } },
});
const random = randomOf(Number(values.seed));
let until = Number.POSITIVE_INFINITY;
const isOver = () => performance.now() > until;
// Told to end, it stops what it started and prints what it has counted.
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    until = 0;
  });

/** What each does with how many when none is given. */
const TRIALS: Readonly<
  Record<
    string,
    { readonly usual: number; readonly run: (service: Service, count: number) => Promise<Counts> }
  >
> = {
  kills: { usual: 5, run: (service, count) => kills({ service, count, random, isOver }) },
  builds: { usual: 3, run: (service, count) => builds({ service, count, random, isOver }) },
  crowd: { usual: 10, run: (_, count) => crowd(count) },
  flips: { usual: 50, run: (service, count) => flips({ service, count, random, isOver }) },
  requests: { usual: 500, run: (service, count) => requests({ service, count, random, isOver }) },
  questions: { usual: 100, run: (service, count) => questions({ service, count, random, isOver }) },
  soak: { usual: 300, run: (service, count) => soak({ service, count, random, isOver }) },
  disk: { usual: 3, run: (service, count) => disk({ service, count, random, isOver }) },
  model: { usual: 20, run: (_, count) => modelFaults(count) },
  switches: { usual: 10, run: (service, count) => switches({ service, count, random, isOver }) },
  overload: { usual: 10, run: (service, count) => overload(service, count) },
};

/** One after another on one service, so few of each that a gate has time for it; the counts of each under its name. */
const SHORT = {
  requests: 200,
  questions: 30,
  kills: 2,
  builds: 1,
  crowd: 3,
  flips: 20,
  disk: 1,
  model: 11,
} as const;

async function short(running: Service): Promise<Counts> {
  const counts: Counts = { wrong: 0 };
  for (const [each, count] of Object.entries(SHORT)) {
    const found = (await TRIALS[each]?.run(running, count)) ?? {};
    for (const [what, many] of Object.entries(found)) {
      if (what === "wrong") counts["wrong"] = (counts["wrong"] ?? 0) + many;
      counts[`${each} ${what}`] = many;
    }
  }
  return counts;
}

const [name = ""] = positionals;
const trial = name === "short" ? { usual: 1, run: short } : TRIALS[name];
if (trial === undefined) {
  process.stderr.write(
    `npm run torture -- ${Object.keys(TRIALS).join("|")}|short [--count N] [--seed S] [--seconds T]\n`,
  );
  process.exit(2);
}
const service = await startService();
if (values.seconds !== undefined) until = performance.now() + Number(values.seconds) * 1_000;
const counts = await trial.run(service, Number(values.count ?? trial.usual)).finally(service.stop);
for (const [what, count] of Object.entries(counts)) process.stdout.write(`${what}: ${count}\n`);
process.exitCode = counts["wrong"] === 0 ? 0 : 1;
