/**
 * Compares embedding models: `npm run bench:embed -- [--reports <folder>] [model folder …]`. The shipped model always,
 * then each folder named; every model in a process of its own, so that its memory is its own.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

const SHIPPED = "wenzheng-embed-zh";

const { values, positionals } = parseArgs({
  options: { reports: { type: "string" } },
  allowPositionals: true,
});
const script = join(import.meta.dirname, "measure-model.ts");
for (const model of [SHIPPED, ...positionals]) {
  const more = values.reports === undefined ? [] : [values.reports];
  const { status } = spawnSync(process.execPath, ["--import", "tsx", script, model, ...more], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
