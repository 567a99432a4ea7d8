import { runEvaluationCommand } from "#evaluate/command.ts";
import type { EvaluationSubject } from "#evaluate/subject.ts";
import type { Retriever } from "#retrieve/retriever.ts";
import type { Configuration } from "./configuration.ts";
import { openAskLine } from "./open-ask-line.ts";

/** `npm run eval`: evaluates this project's own ask line, or any server with `--base-url`. */
export async function evalCommand(configuration: Configuration, argv: readonly string[]): Promise<number> {
  return runEvaluationCommand(argv, () => subjectOf(configuration));
}

async function subjectOf(configuration: Configuration): Promise<EvaluationSubject> {
  const { ask, library, retriever, index } = await openAskLine(configuration);
  return {
    ask,
    library,
    environment: {
      configuration: {
        corpusDirectory: configuration.corpusDirectory,
        embeddingModel: configuration.embedder.model,
      },
      index: index.corpusDigest,
      models: { embedder: index.embedder.id },
      prompts: {},
    },
    search: {
      lexical: searchIn(retriever, "lexical"),
      dense: searchIn(retriever, "dense"),
      hybrid: searchIn(retriever, "hybrid"),
    },
  };
}

function searchIn(retriever: Retriever, mode: "lexical" | "dense" | "hybrid") {
  return async (query: string, limit: number) => {
    const passages = await retriever.search(query, { limit, mode });
    return passages.map(({ chunk, score }) => ({
      documentId: chunk.documentId,
      title: "",
      section: [...chunk.section],
      text: chunk.text,
      start: chunk.start,
      end: chunk.end,
      score,
    }));
  };
}
