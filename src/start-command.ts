import { createApp } from "#serve/app.ts";
import { bundleWidget } from "#serve/bundle-widget.ts";
import { RunningAnswers } from "#serve/running-answers.ts";
import type { Services } from "#serve/services.ts";
import { startServer } from "#serve/start-server.ts";
import type { Configuration } from "./configuration.ts";
import { feedbackLog, loggedAsk } from "./logs.ts";
import { type OpenedAskLine, openAskLine } from "./open-ask-line.ts";

const GRACE_MS = 5_000;

/**
 * Listens at once, builds when needed, answers 503 until ready, then serves until SIGINT or SIGTERM and drains.
 * Prints one line with the address when ready.
 * @throws IndexUnusableError, ModelUnavailableError, or the system's error when the address is taken
 */
export async function startCommand(configuration: Configuration): Promise<void> {
  const { host, port, logs, serve: settings } = configuration;
  const opened: { line: OpenedAskLine | null } = { line: null };
  const running = new RunningAnswers();
  const app = createApp(servicesOver(opened, { settings, logs }), running);
  const server = await startServer(app, { host, port, running });
  try {
    opened.line = await openAskLine(configuration);
  } catch (error) {
    await server.stop(0);
    throw error;
  }
  // What the first questions would wait for is made ready behind them.
  void Promise.all([bundleWidget(), opened.line.warm()]).catch(report("warming"));
  process.stdout.write(`问政 is ready at ${server.address}\n`);
  const stop = () => {
    void server.stop(GRACE_MS).then(() => {
      opened.line?.index.close();
      process.exit(0);
    });
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

/** The services, behind a door that opens when the index does. */
function servicesOver(
  opened: { readonly line: OpenedAskLine | null },
  { settings, logs }: Pick<Services, "settings"> & Pick<Configuration, "logs">,
): Services {
  const line = (): OpenedAskLine => {
    if (opened.line === null) throw new Error("asked before the index was open");
    return opened.line;
  };
  const { feedback, questions } = logs;
  return {
    ask: (request, signal) =>
      questions === null ? line().ask(request, signal) : loggedAsk(line(), questions)(request, signal),
    library: {
      documents: () => line().library.documents(),
      document: (id) => line().library.document(id),
      search: (query, limit) => line().library.search(query, limit),
      indicators: (query) => line().library.indicators(query),
    },
    settings,
    health: () => (opened.line === null ? "starting" : "ok"),
    widget: bundleWidget,
    report: (error, where) => report(where)(error),
    ...(feedback === null ? {} : { feedback: feedbackLog(feedback) }),
  };
}

const report = (where: string) => (error: unknown) => {
  process.stderr.write(`${where}: ${error instanceof Error ? error.stack : error}\n`);
};
