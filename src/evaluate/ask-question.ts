import { createHash } from "node:crypto";
import type { ChatMessage } from "#protocol/chat.ts";
import {
  type AnswerRecord,
  finalResponse,
  type RecordedResponse,
  type RecordedTurn,
  recordedRowSchema,
  SEARCH_MODES,
} from "./report/run-record.ts";
import type { GoldCell, Question } from "./sets/question-set.ts";
import type { EvaluationSubject } from "./subject.ts";

const LOOKUP_LIMIT = 200;

export interface AskOptions {
  /** Hits kept for each search mode. */
  readonly depth: number;
  /** Ask the whole conversation a second time, to see whether the same bytes come back. */
  readonly twice: boolean;
  /** Record what the reader thinks of each stretch as well. */
  readonly units?: boolean;
}

/**
 * Asks one conversation turn by turn, each with the server's own replies before it, and records all that
 * scoring needs. A failure to answer is recorded, never thrown.
 */
export async function askQuestion(
  subject: EvaluationSubject,
  question: Question,
  options: AskOptions,
): Promise<AnswerRecord> {
  const { turns, messages } = await converse(subject, question);
  const last = turns.at(-1)?.response ?? null;
  const record: AnswerRecord = {
    id: question.id,
    turns,
    slices: last === null ? [] : await fetchSlices(subject, last),
    retrieval: await searchAll(subject, standAlone(question, last), options.depth),
    lookups: await lookUp(subject, question.cells),
    units: options.units === true ? await unitsRead(subject, messages) : null,
    reading: (await subject.read?.(messages)) ?? null,
    digest: last === null ? null : digestOf(last),
    repeatDigest: null,
  };
  if (!options.twice) return record;
  const again = finalResponse({ ...record, turns: (await converse(subject, question)).turns });
  return { ...record, repeatDigest: again === null ? "failed" : digestOf(again) };
}

async function converse(subject: EvaluationSubject, question: Question) {
  const turns: RecordedTurn[] = [];
  const messages: ChatMessage[] = [];
  for (const content of question.turns) {
    messages.push({ role: "user", content });
    const turn = await askTurn(subject, messages, content);
    turns.push(turn);
    if (turn.response === null) break;
    if (turns.length < question.turns.length)
      messages.push({ role: "assistant", content: turn.response.answer });
  }
  const failed = turns.length < question.turns.length;
  if (failed) turns.push({ question: "", response: null, error: "a turn before failed", milliseconds: 0 });
  return { turns, messages };
}

async function askTurn(
  subject: EvaluationSubject,
  messages: readonly ChatMessage[],
  question: string,
): Promise<RecordedTurn> {
  const start = performance.now();
  const outcome = await finish(subject, messages);
  return { question, ...outcome, milliseconds: Math.round((performance.now() - start) * 100) / 100 };
}

async function finish(subject: EvaluationSubject, messages: readonly ChatMessage[]) {
  try {
    for await (const event of subject.ask({ messages: [...messages] })) {
      if (event.type === "done") return { response: event.response, error: null };
    }
    return { response: null, error: "the answer ended without `done`" };
  } catch (error) {
    return { response: null, error: error instanceof Error ? error.message : String(error) };
  }
}

/** A first turn stands alone by itself; a later one only in the words the subject understood it by. */
function standAlone(question: Question, response: RecordedResponse | null): string {
  const last = question.turns.at(-1) ?? "";
  return question.turns.length === 1 ? last : response?.question || last;
}

async function unitsRead(subject: EvaluationSubject, messages: readonly ChatMessage[]) {
  const units = await subject.units?.(messages);
  return units === undefined ? null : units.map((unit) => ({ ...unit }));
}

async function searchAll(subject: EvaluationSubject, query: string, depth: number) {
  const found: AnswerRecord["retrieval"] = {};
  for (const mode of SEARCH_MODES) {
    const hits = await subject.search?.[mode]?.(query, depth);
    if (hits !== undefined) {
      found[mode] = hits.map(({ documentId, text, start, end }) => ({ documentId, text, start, end }));
    }
  }
  return found;
}

/** Asks the table itself for each gold cell, both kinds, so that extraction is measured apart from answering. */
async function lookUp(
  subject: EvaluationSubject,
  cells: readonly GoldCell[],
): Promise<AnswerRecord["lookups"]> {
  const found: AnswerRecord["lookups"] = [];
  for (const { region, year, indicator } of cells) {
    const rows = await subject.library.indicators?.({
      regions: region === undefined ? [] : [region],
      years: year === undefined ? [] : [year],
      indicators: indicator === undefined ? [] : [indicator],
      kinds: [],
      documents: [],
      limit: LOOKUP_LIMIT,
      offset: 0,
    });
    found.push(rows === undefined ? null : rows.map((row) => recordedRowSchema.parse(row)));
  }
  return found;
}

async function fetchSlices(subject: EvaluationSubject, response: RecordedResponse) {
  const slices: AnswerRecord["slices"] = [];
  for (const { marker, documentId, start, end } of response.citations) {
    const document = await subject.library.document(documentId);
    slices.push({ marker, text: document === null ? null : document.text.slice(start, end) });
  }
  return slices;
}

function digestOf({ id: _, ...response }: RecordedResponse): string {
  return createHash("sha256").update(JSON.stringify(response)).digest("hex");
}
