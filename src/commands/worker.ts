import { openBuilt } from "#compose/ask/open-ask-line.ts";
import { loggedAsk } from "#compose/logs.ts";
import { faultTo, serviceLog } from "#compose/service-log.ts";
import type { Configuration } from "#configuration.ts";
import { createEmbedder } from "#embed/create-embedder.ts";
import type { Embedder } from "#embed/embedder.ts";
import { coverageLine } from "#serve/pages/coverage-line.ts";
import { exampleQuestions } from "#serve/pages/example-questions.ts";
import { readingApp } from "#serve/reading-app.ts";
import { doJobs } from "#workers/do-jobs.ts";

/** What `npm start` runs in each of its child processes: opens the index as it is, then answers and makes pages; again when told to. */
export function workerCommand(configuration: Configuration): void {
  let loaded: Embedder | null = null;
  doJobs(async (tell) => {
    const { logs, serve: settings } = configuration;
    loaded ??= await createEmbedder(configuration.embedder);
    const line = await openBuilt(configuration, { onWait: tell, embedder: loaded });
    const { library, warm } = line;
    const documents = line.index.metadata();
    const report = (error: unknown, where: string) => faultTo(serviceLog(logs.format), where)(error);
    return {
      overview: {
        documents: documents.length,
        coverage: coverageLine(documents),
        examples: exampleQuestions(library, documents),
      },
      generation: line.index.generation,
      instead: line.instead,
      ask: logs.questions === null ? line.ask : loggedAsk(line, logs.questions),
      read: readingApp({ library, settings, report }).fetch,
      warm,
      close: () => line.index.close(),
    };
  });
}
