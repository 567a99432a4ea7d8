import { WenzhengError } from "#domain/errors.ts";
import { askCommand } from "./ask-command.ts";
import { buildIndex } from "./build-line.ts";
import { readConfiguration } from "./configuration.ts";
import { evalCommand } from "./eval-command.ts";
import { indicatorsCommand } from "./indicators-command.ts";
import { buildProgress, reportLines } from "./progress.ts";
import { startCommand } from "./start-command.ts";

const USAGE = "usage: start | build | ask [question] | indicators [--region …] | eval [--set FILE]\n";

/** Dispatches one command; returns the exit status. */
async function main([command, ...rest]: readonly string[]): Promise<number> {
  const configuration = readConfiguration(process.env);
  switch (command) {
    case "start":
      await startCommand(configuration);
      return 0;
    case "build": {
      const report = await buildIndex(configuration, buildProgress(process.stderr));
      process.stdout.write(`${reportLines(report).join("\n")}\n`);
      return 0;
    }
    case "ask":
      await askCommand(configuration, rest);
      return 0;
    case "indicators":
      await indicatorsCommand(configuration, rest);
      return 0;
    case "eval":
      return evalCommand(configuration, rest);
    default:
      process.stderr.write(USAGE);
      return 2;
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // Faults a person can act on are one sentence; anything else is a defect and keeps its trace.
  process.stderr.write(
    `${error instanceof WenzhengError ? error.message : error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
}
