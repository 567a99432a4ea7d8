import { spawnSync } from "node:child_process";

const asked = (["scale", "pages"] as const).filter((name) => process.argv.includes(`--${name}`));
const names = asked.length > 0 ? asked.map((name) => `${name}/run`) : ["answers", "retrieval", "indicators"];

/**
 * Every benchmark that needs no other model and no other reports, one after the other in a process of its own; with `--scale` that of
 * sizes, with `--pages` that of pages.
 */
for (const name of names) {
  process.stdout.write(`\n# ${name}\n`);
  const { status } = spawnSync(
    process.execPath,
    ["--import", "tsx", `bench/${name}.ts`, ...process.argv.slice(2)],
    {
      stdio: "inherit",
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}
