import { usageIn } from "#commands/usage.ts";
import { languageOfLocale } from "#compose/words/command-words.ts";
import { WenzhengError } from "#domain/errors.ts";
import { readConfiguration } from "./configuration.ts";

const usage = usageIn(languageOfLocale(process.env));

/** Dispatches one command, loading no other; returns the exit status. */
async function main([name, ...rest]: readonly string[]): Promise<number> {
  const helped = [name, ...rest].some((argument) => argument === "--help" || argument === "-h");
  const command = helped ? "help" : name;
  const configuration = readConfiguration(process.env);
  switch (command) {
    case "help":
      process.stdout.write(usage);
      return 0;
    case "start": {
      const { startCommand } = await import("#commands/start.ts");
      await startCommand(configuration);
      return 0;
    }
    case "build": {
      const { buildIndex } = await import("#compose/build/build-line.ts");
      const { buildProgress, reportLines } = await import("#compose/build/progress.ts");
      const report = await buildIndex(configuration, buildProgress(process.stderr, configuration.language));
      process.stdout.write(`${reportLines(report, configuration.language).join("\n")}\n`);
      return 0;
    }
    case "fetch": {
      const { fetchIndex } = await import("#compose/build/follow-database.ts");
      await fetchIndex(configuration);
      return 0;
    }
    case "add":
    case "remove":
    case "list":
    case "rebuild": {
      const commands = await import("#commands/reports.ts");
      await commands[`${command}Command`](configuration, rest);
      return 0;
    }
    case "ask": {
      const { askCommand } = await import("#commands/ask.ts");
      await askCommand(configuration, rest);
      return 0;
    }
    case "indicators": {
      const { indicatorsCommand } = await import("#commands/indicators.ts");
      await indicatorsCommand(configuration, rest);
      return 0;
    }
    case "mcp": {
      const { mcpCommand } = await import("#commands/mcp.ts");
      await mcpCommand(configuration);
      return 0;
    }
    case "audit": {
      const { auditCommand } = await import("#commands/audit.ts");
      return auditCommand(configuration, rest);
    }
    // Only `npm start` calls this one, in a process of its own that hears from it.
    case "worker": {
      const { workerCommand } = await import("#commands/worker.ts");
      workerCommand(configuration);
      return 0;
    }
    case "eval": {
      const { evalCommand } = await import("#commands/eval.ts");
      return evalCommand(configuration, rest);
    }
    default:
      process.stderr.write(usage);
      return 2;
  }
}

/** Faults a person can act on are one sentence, the machine's own included; anything else is a defect and keeps its trace. */
function told(error: unknown): string {
  if (error instanceof WenzhengError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const misused = "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  if (misused) return `${error.message}\n\n${usage}`;
  for (const fault of [error, error.cause]) {
    if (fault instanceof Error && "syscall" in fault) return fault.message;
  }
  return error.stack ?? error.message;
}

// Whoever reads the output may have seen enough (`| head`).
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${told(error)}\n`);
  process.exitCode = 1;
}
