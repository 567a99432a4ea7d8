import path from "node:path";
import { createModelWriter, type ModelWriter } from "#answer/model/model-writer.ts";
import { promptHashes, readPrompts } from "#answer/model/prompts.ts";
import { repliesWith, replyTo } from "#answer/replies/reply-words.ts";
import { staleness } from "#compose/build/staleness.ts";
import { serviceLog } from "#compose/service-log.ts";
import { sayIn } from "#compose/words/command-words.ts";
import type { Configuration } from "#configuration.ts";
import { parseAnswers } from "#curated/answers-file.ts";
import { type CuratedParts, curatedAsk } from "#curated/curated-ask.ts";
import { reloaded } from "#curated/reloaded.ts";
import { parseSynonyms } from "#curated/synonyms-file.ts";
import { parseWords, WordMatcher } from "#curated/word-matcher.ts";
import { DatabaseUnavailableError } from "#domain/errors.ts";
import { maskPersonalData } from "#domain/mask.ts";
import { createEmbedder } from "#embed/create-embedder.ts";
import type { Embedder } from "#embed/embedder.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { isOpenable } from "#store/is-current.ts";
import { openSoundIndex } from "#store/open-index.ts";
import { type AskLine, createAskLine } from "./ask-line.ts";
import { readDeskFile } from "./desk-file.ts";
import { originalFiles } from "./original-file.ts";

export interface OpenedAskLine extends AskLine {
  readonly index: IndexReader;
  /** Why it is the index before the current one; null where it is the current one. */
  readonly instead: string | null;
  /** SHA-256 of each prompt file by name; empty when no language model is configured. */
  readonly promptHashes: Readonly<Record<string, string>>;
}

/** Told when an answer, known by the signal it was asked with, waits for the language model and when it goes on. */
export type OnWait = (signal: AbortSignal | undefined, state: "waits" | "works") => void;

/**
 * Builds the index when it is missing or stale (where a database is named: fetches what is current there), opens it, and makes it ready for questions.
 * Progress goes to standard error, so that standard output stays the command's own.
 * @throws IndexUnusableError, ModelUnavailableError, ConfigurationError for a prompt that cannot be used
 */
export async function openAskLine(configuration: Configuration): Promise<OpenedAskLine> {
  await (configuration.database === null ? buildWhenStale(configuration) : fetchWhenPossible(configuration));
  return openBuilt(configuration);
}

/** A database that is gone takes no copy away that is at hand. */
async function fetchWhenPossible(configuration: Configuration): Promise<void> {
  const { fetchIndex } = await import("#compose/build/follow-database.ts");
  try {
    await fetchIndex(configuration);
  } catch (error) {
    if (!(error instanceof DatabaseUnavailableError) || !isOpenable(configuration.indexDirectory))
      throw error;
    process.stderr.write(`${error.message}\n`);
  }
}

async function buildWhenStale(configuration: Configuration): Promise<void> {
  const stale = await staleness(configuration);
  if (stale !== null) {
    process.stderr.write(`${sayIn(configuration.language)("building", { reason: stale })}\n`);
    // A current index needs no builder, and is ready a third sooner without.
    const { buildIndex } = await import("#compose/build/build-line.ts");
    const { buildProgress, reportLines } = await import("#compose/build/progress.ts");
    const report = await buildIndex(configuration, buildProgress(process.stderr, configuration.language));
    for (const line of reportLines(report, configuration.language)) process.stderr.write(`${line}\n`);
  }
}

/** Tells the operator, with the word to search for. */
type Tell = (where: string, message: string) => void;

interface OpenParts {
  readonly onWait?: OnWait;
  /** The model where it is loaded already. */
  readonly embedder?: Embedder;
}

/**
 * Opens the index as it is and makes it ready for questions.
 * @throws IndexUnusableError, ModelUnavailableError, ConfigurationError for a prompt that cannot be used
 */
export async function openBuilt(
  configuration: Configuration,
  { onWait = () => {}, embedder: loaded }: OpenParts = {},
): Promise<OpenedAskLine> {
  const embedder = loaded ?? (await createEmbedder(configuration.embedder));
  const { index, instead } = openSoundIndex(configuration.indexDirectory, embedder.id);
  const tell = (where: string, message: string) =>
    serviceLog(configuration.logs.format)({ level: "warn", where, message });
  if (instead !== null) tell("", `${instead} Using the index before it.`);
  const worded = wordedBy(configuration, { onWait, tell });
  const line = createAskLine(index, embedder, {
    original: originalFiles(index, configuration.corpusDirectory),
    ...(worded === null ? {} : { writer: worded.writer }),
    replies: readDeskFile(configuration.deskFile),
    onUnsupported: ({ asked }, unsupported) => {
      const figures = unsupported.map(({ text }) => text).join(", ");
      tell("", `withheld an answer with unsupported figures (${figures}): ${maskPersonalData(asked)}`);
    },
  });
  const ask = curatedAsk(line.ask, curatedParts(configuration, index.generation, tell));
  return { ...line, ask, index, instead, promptHashes: worded?.promptHashes ?? {} };
}

/** The operator's own answers and words, which go first; each file may be missing. */
function curatedParts(
  { corpusDirectory, deskFile }: Configuration,
  generation: string,
  tell: Tell,
): CuratedParts {
  const answers = reloaded(path.join(corpusDirectory, "answers.jsonl"), (text) => {
    const file = parseAnswers(text);
    for (const problem of file.problems) tell("answers.jsonl", problem);
    return file;
  });
  const sensitive = reloaded(
    path.join(corpusDirectory, "sensitive.txt"),
    (text) => new WordMatcher(parseWords(text)),
  );
  const synonyms = reloaded(path.join(corpusDirectory, "synonyms.txt"), (text) => {
    const file = parseSynonyms(text);
    for (const problem of file.problems) tell("synonyms.txt", problem);
    return file;
  });
  const refusal = replyTo(repliesWith(readDeskFile(deskFile)), "sensitive", "zh");
  // What is wrong in a file is told at the start, not at the first question.
  answers();
  synonyms();
  return { answers, sensitive, synonyms, refusal, generation };
}

/** The language model that words answers, with the prompts it gets; null when none is configured. */
function wordedBy(
  { languageModel, promptsDirectory }: Configuration,
  { onWait, tell }: { readonly onWait: OnWait; readonly tell: Tell },
) {
  if (languageModel === null) return null;
  const prompts = readPrompts(promptsDirectory);
  const write: ModelWriter = createModelWriter({
    settings: languageModel,
    prompts,
    onFailure: ({ message }) => tell("", message),
  });
  const writer: ModelWriter = async (question, draft, clock) => {
    onWait(clock.signal, "waits");
    try {
      return await write(question, draft, clock);
    } finally {
      onWait(clock.signal, "works");
    }
  };
  return { writer, promptHashes: promptHashes(prompts) };
}
