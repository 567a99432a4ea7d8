import { createApp } from "#serve/app.ts";
import { bundleWidget } from "#serve/bundle-widget.ts";
import { RunningAnswers } from "#serve/running-answers.ts";
import { startServer } from "#serve/start-server.ts";
import type { Configuration } from "./configuration.ts";
import { feedbackLog, loggedAsk } from "./logs.ts";
import { openAskLine } from "./open-ask-line.ts";

const GRACE_MS = 5_000;

/** Builds when needed, serves until SIGINT or SIGTERM, then drains. Prints one line with the address when ready. */
export async function startCommand(configuration: Configuration): Promise<void> {
  const line = await openAskLine(configuration);
  const { logs } = configuration;
  const running = new RunningAnswers();
  const app = createApp(
    {
      ask: logs.questions === null ? line.ask : loggedAsk(line, logs.questions),
      widget: bundleWidget,
      ...(logs.feedback === null ? {} : { feedback: feedbackLog(logs.feedback) }),
      library: line.library,
      settings: configuration.serve,
      health: () => "ok",
      report: (error, where) =>
        process.stderr.write(`${where}: ${error instanceof Error ? error.stack : error}\n`),
    },
    running,
  );
  const server = await startServer(app, { host: configuration.host, port: configuration.port, running });
  // What the first questions would wait for is made ready behind them.
  void Promise.all([bundleWidget(), line.warm()]).catch((error) => process.stderr.write(`${error}\n`));
  process.stdout.write(`问政 is ready at ${server.address}\n`);
  const stop = () => {
    void server.stop(GRACE_MS).then(() => {
      line.index.close();
      process.exit(0);
    });
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}
