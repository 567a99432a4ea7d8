import { openAskLine } from "#compose/ask/open-ask-line.ts";
import { ablationLine } from "#compose/evaluate/ablation-line.ts";
import { corporaLine } from "#compose/evaluate/corpora-line.ts";
import { evaluationSubject } from "#compose/evaluate/evaluation-subject.ts";
import type { Configuration } from "#configuration.ts";
import { runEvaluationCommand } from "#evaluate/command.ts";
import type { EvaluationSubject } from "#evaluate/subject.ts";

/** `npm run eval`: evaluates this project's own ask line, or any server with `--base-url`. */
export async function evalCommand(configuration: Configuration, argv: readonly string[]): Promise<number> {
  return runEvaluationCommand(argv, () => subjectOf(configuration), {
    build: ablationLine(configuration),
    lay: (reports) => corporaLine(configuration, reports, () => subjectOf(configuration)),
  });
}

async function subjectOf(configuration: Configuration): Promise<EvaluationSubject> {
  const { index, promptHashes, ...line } = await openAskLine(configuration);
  // As a server that has started; else the first question would be timed with what is built once.
  await line.warm();
  const { corpusDirectory, embedder, languageModel } = configuration;
  return evaluationSubject(line, {
    configuration: { corpusDirectory, embeddingModel: embedder.model },
    index: index.corpusDigest,
    models: {
      embedder: index.embedder.id,
      ...(languageModel === null ? {} : { writer: languageModel.model }),
    },
    prompts: { ...promptHashes },
  });
}
