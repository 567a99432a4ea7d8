import type { AskLine } from "#compose/ask/ask-line.ts";
import type { RunEnvironment } from "#evaluate/report/run-record.ts";
import type { Reading } from "#evaluate/sets/question-set.ts";
import type { EvaluationSubject } from "#evaluate/subject.ts";
import type { Question } from "#question/question.ts";
import type { Retriever } from "#retrieve/retriever.ts";

/** An ask line as evaluation sees it: answers, typed readings, and each way of searching by itself. */
export function evaluationSubject(line: AskLine, environment: RunEnvironment): EvaluationSubject {
  const { ask, library, retriever, understand, read } = line;
  return {
    ask,
    library,
    read: (messages) =>
      readingOf(understand(messages.filter(({ role }) => role === "user").map(({ content }) => content))),
    units: (messages) => read(messages.filter(({ role }) => role === "user").map(({ content }) => content)),
    environment,
    search: {
      lexical: searchIn(retriever, "lexical"),
      dense: searchIn(retriever, "dense"),
      hybrid: searchIn(retriever, "hybrid"),
    },
  };
}

/**
 * The typed reading in the form question sets are labelled in: target and actual both asked for is no kind, a gate or a
 * question about none but regions that are not held is `refuse`.
 */
export function readingOf(question: Question): Reading {
  const { regions, otherRegions, years, indicators, kinds, gate, operation, language } = question;
  const elsewhere = regions.length === 0 && otherRegions.length > 0;
  return {
    regions: [...regions],
    years: [...years],
    indicators: indicators.map(({ names, phrase }) => names[0] ?? phrase),
    kinds: kinds.length === 1 ? [...kinds] : [],
    operation: gate !== null || elsewhere ? "refuse" : operation,
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
