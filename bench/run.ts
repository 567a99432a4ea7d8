import { spawnSync } from "node:child_process";

/** Every benchmark that needs no other model and no other reports, one after the other in a process of its own. */
for (const name of ["answers", "retrieval", "indicators"]) {
  process.stdout.write(`\n# ${name}\n`);
  const { status } = spawnSync(process.execPath, ["--import", "tsx", `bench/${name}.ts`], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
