import { parseArgs } from "node:util";
import { overload } from "./overload.ts";
import { randomOf } from "./random.ts";
import { type Service, startService } from "./service.ts";
import { switches } from "./switches.ts";
import { type Counts, flips, kills, questions, requests } from "./trials.ts";

/** `npm run torture -- NAME [--count N] [--seed S]`: tries the service on loopback, prints counts, fails when any is wrong. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string" }, seed: { type: "string", default: "1" } },
});
const random = randomOf(Number(values.seed));

/** What each does with how many when none is given. */
const TRIALS: Readonly<
  Record<
    string,
    { readonly usual: number; readonly run: (service: Service, count: number) => Promise<Counts> }
  >
> = {
  kills: { usual: 5, run: (service, count) => kills({ service, count, random }) },
  flips: { usual: 50, run: (service, count) => flips({ service, count, random }) },
  requests: { usual: 500, run: (service, count) => requests({ service, count, random }) },
  questions: { usual: 100, run: (service, count) => questions({ service, count, random }) },
  switches: { usual: 10, run: (service, count) => switches(service, count) },
  overload: { usual: 10, run: (service, count) => overload(service, count) },
};

const [name = ""] = positionals;
const trial = TRIALS[name];
if (trial === undefined) {
  process.stderr.write(`npm run torture -- ${Object.keys(TRIALS).join("|")} [--count N] [--seed S]\n`);
  process.exit(2);
}
const service = await startService();
const counts = await trial.run(service, Number(values.count ?? trial.usual)).finally(service.stop);
for (const [what, count] of Object.entries(counts)) process.stdout.write(`${what}: ${count}\n`);
process.exitCode = counts["wrong"] === 0 ? 0 : 1;
