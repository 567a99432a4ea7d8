import { runEvaluationCommand } from "#evaluate/command.ts";
import type { Reading } from "#evaluate/question-set.ts";
import type { EvaluationSubject } from "#evaluate/subject.ts";
import type { Question } from "#question/question.ts";
import type { Retriever } from "#retrieve/retriever.ts";
import type { Configuration } from "./configuration.ts";
import { openAskLine } from "./open-ask-line.ts";

/** `npm run eval`: evaluates this project's own ask line, or any server with `--base-url`. */
export async function evalCommand(configuration: Configuration, argv: readonly string[]): Promise<number> {
  return runEvaluationCommand(argv, () => subjectOf(configuration));
}

async function subjectOf(configuration: Configuration): Promise<EvaluationSubject> {
  const { ask, library, retriever, understand, index } = await openAskLine(configuration);
  return {
    ask,
    library,
    read: (messages) =>
      readingOf(understand(messages.filter(({ role }) => role === "user").map(({ content }) => content))),
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

/** The typed reading in the form question sets are labelled in. */
function readingOf({ regions, years, indicators, kinds, gate, operation, language }: Question): Reading {
  return {
    regions: [...regions],
    years: [...years],
    indicators: indicators.map(({ names, phrase }) => names[0] ?? phrase),
    kinds: [...kinds],
    operation: gate === null ? operation : "refuse",
    language,
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
