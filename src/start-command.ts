import { ConfigurationError } from "#domain/errors.ts";
import { createApp } from "#serve/app.ts";
import { bundleWidget } from "#serve/bundle-widget.ts";
import { RunningAnswers } from "#serve/running-answers.ts";
import type { Services } from "#serve/services.ts";
import { startServer } from "#serve/start-server.ts";
import { checkLogFile } from "./check-folders.ts";
import type { Configuration } from "./configuration.ts";
import { feedbackLog, loggedAsk } from "./logs.ts";
import { type OpenedAskLine, openAskLine } from "./open-ask-line.ts";

const GRACE_MS = 5_000;

/**
 * Listens at once, builds when needed, answers 503 until ready, then serves until SIGINT or SIGTERM and drains.
 * Prints one line with the address when ready.
 * @throws IndexUnusableError, ModelUnavailableError, or ConfigurationError for an address or a file that cannot be used
 */
export async function startCommand(configuration: Configuration): Promise<void> {
  const { host, port, logs, serve: settings } = configuration;
  if (logs.feedback !== null) await checkLogFile("FEEDBACK_LOG", logs.feedback);
  if (logs.questions !== null) await checkLogFile("QUESTION_LOG", logs.questions);
  const opened: { line: OpenedAskLine | null } = { line: null };
  const running = new RunningAnswers();
  const app = createApp(servicesOver(opened, { settings, logs }), running);
  const server = await startServer(app, { host, port, running }).catch((error: unknown) => {
    throw addressFault(error, { host, port });
  });
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

/** Why the server cannot listen, as a setting to change where it is one. */
function addressFault(error: unknown, { host, port }: { host: string; port: number }): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const told = (setting: string, problem: string, advice: string) =>
    new ConfigurationError({ where: `setting ${setting}`, problem, advice }, { cause: error });
  switch (code) {
    case "EADDRINUSE":
      return told("PORT", `something listens at ${host}:${port} already`, "Stop it, or choose another port.");
    case "EACCES":
      return told("PORT", `listening at port ${port} is not allowed`, "Choose one from 1024.");
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return told(
        "HOST",
        `this machine has no address ${host}`,
        "127.0.0.1 serves this machine alone, 0.0.0.0 all.",
      );
    default:
      return error;
  }
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
