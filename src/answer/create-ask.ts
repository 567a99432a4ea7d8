import type { Ask, ChatEvent, ChatRequest } from "#protocol/chat.ts";
import { isLong } from "#question/conversation/long-turn.ts";
import { embeddedAs, type TurnReading } from "#question/conversation/turn.ts";
import { classOf } from "#question/intent/intent.ts";
import type { TurnVectors } from "#question/intent/intent-model.ts";
import type { Question } from "#question/question.ts";
import { type ConversationReader, conversationReader } from "#question/understand.ts";
import { answerQuestion } from "./answer-question.ts";
import { withReportAsked } from "./asked/report-asked.ts";
import { filteredOut, filteredQuestion, filteredSources, heardTurns } from "./asked/request.ts";
import { Desk } from "./desk.ts";
import type { Draft, Thread } from "./draft.ts";
import { withRevisions } from "./edited-figures.ts";
import { ofSisterRow } from "./figures/sister-row.ts";
import { ofCountedRow } from "./lists/item-of-list.ts";
import type { ModelWriter } from "./model/model-writer.ts";
import { type AnswerBefore, operated } from "./operations/operation-draft.ts";
import { type GlossaryEntry, glossaryOf } from "./passages/definition.ts";
import { sayingPartRead } from "./refuse/notes.ts";
import { refuseNotHeld } from "./refuse/refuse.ts";
import { withHandover, withWayBack } from "./replies/reply-draft.ts";
import { type Replies, type ReplyOverrides, repliesWith } from "./replies/reply-words.ts";
import type { Sources } from "./sources.ts";
import { type Unsupported, unsupportedIn } from "./verify.ts";
import { withUnitsInEnglish } from "./words/english-units.ts";
import { pieces, respond } from "./words/response.ts";

export interface AskParts {
  readonly sources: Sources;
  /** Told when the check finds a figure without support; the answer is then withheld. */
  readonly onUnsupported?: (question: Question, unsupported: readonly Unsupported[]) => void;
  /** Puts answers in a language model's words; without it every word is the composer's. */
  readonly writer?: ModelWriter;
  /** What an operator says otherwise to turns that ask no report. */
  readonly replies?: ReplyOverrides;
  /** Vectors of turns, for telling what kind of turn they are; left out, their words alone tell. */
  readonly embedTurns?: ((turns: string[]) => Promise<number[][]>) | undefined;
}

/**
 * The ask line: conversation → question → draft → check → wording → events. Without a language model the same request on
 * the same index gives the same bytes.
 */
export function createAsk({ sources, onUnsupported, writer, replies: own, embedTurns }: AskParts): Ask {
  const replies = repliesWith(own);
  const glossary = glossaryOf(
    sources.outline.documents.flatMap(({ id }) => {
      const document = sources.document(id);
      return document === null ? [] : [document];
    }),
  );
  const conversation = conversationReader(sources.outline);
  return (request, signal) =>
    run(request, { sources, conversation, glossary, replies, signal, onUnsupported, writer, embedTurns });
}

interface RunParts {
  readonly sources: Sources;
  readonly conversation: ConversationReader;
  readonly glossary: readonly GlossaryEntry[];
  readonly replies: Replies;
  readonly embedTurns: AskParts["embedTurns"];
  readonly signal: AbortSignal | undefined;
  readonly onUnsupported: AskParts["onUnsupported"];
  readonly writer: ModelWriter | undefined;
}

async function* run(request: ChatRequest, parts: RunParts): AsyncGenerator<ChatEvent> {
  const began = performance.now();
  yield { type: "status", stage: "understanding" };
  const sources = filteredSources(parts.sources, request.filters);
  const said = heardTurns(request.messages);
  const heard = parts.conversation.read(said, await vectorsOf(said, parts.embedTurns));
  const turns = await withReportAsked(heard, parts.conversation, sources);
  const read = filteredQuestion(parts.conversation.question(turns), request.filters);
  parts.signal?.throwIfAborted();
  yield { type: "status", stage: "searching" };
  const glossary = parts.glossary.filter(({ documentId }) => sources.document(documentId) !== null);
  const known = { ...parts, sources, glossary, filters: request.filters };
  const { question, draft: found } =
    classOf(read.intent) === "operation"
      ? {
          question: read,
          draft: await operated(read, sources, {
            before: answerBefore(turns, known),
            enquiry: () => answersOfEnquiry(turns, known),
          }),
        }
      : await answered(turns, read, known);
  const revised = withRevisions(found, sources, question.language);
  // Fixed words to a turn that asks no report are said as they are.
  const draft = question.gate === null ? checked(revised, question, sources, parts.onUnsupported) : found;
  parts.signal?.throwIfAborted();
  yield { type: "status", stage: "writing" };
  const worded = (await parts.writer?.(question, draft, { began, signal: parts.signal })) ?? null;
  const handed = withHandover(worded ?? draft, question, parts.replies);
  const ask = (before: readonly TurnReading[]) =>
    answered(before, filteredQuestion(parts.conversation.question(before), request.filters), known);
  const withUnits = withUnitsInEnglish(await withWayBack(handed, question, { turns, ask }), question);
  const told = endsLong(request.messages)
    ? sayingPartRead(new Desk(question, sources), withUnits)
    : withUnits;
  const writtenBy = worded === null ? "composer" : "model";
  const response = respond({ request, question, draft: told, writtenBy, sources });
  for (const citation of response.citations) yield { type: "citation", citation };
  for (const indicator of response.indicators) yield { type: "indicator", indicator };
  for (const text of pieces(response.answer)) yield { type: "delta", text };
  yield { type: "done", response };
}

const endsLong = (messages: ChatRequest["messages"]): boolean =>
  isLong(messages.findLast(({ role }) => role === "user")?.content ?? "");

/** The vectors of the turns by the words they are known by. */
async function vectorsOf(said: readonly string[], embed: AskParts["embedTurns"]): Promise<TurnVectors> {
  const words = [...new Set(said.map(embeddedAs))];
  const vectors = (await embed?.(words)) ?? [];
  return new Map(vectors.map((vector, at) => [words[at] ?? "", vector]));
}

type Conversation = Pick<RunParts, "sources" | "conversation" | "glossary" | "replies"> &
  Pick<ChatRequest, "filters">;

/** The last turn's question, with what it takes from the turns before, and its answer. */
async function answered(turns: readonly TurnReading[], read: Question, parts: Conversation) {
  const { sources, filters, glossary, replies, conversation } = parts;
  const thread = await threadOf(turns, read, parts);
  const question = ofSisterRow(ofCountedRow(read, thread), thread, sources);
  const reread = (own: readonly string[]) =>
    filteredQuestion(conversation.question(conversation.read(own)), filters);
  const draft =
    filteredOut(question, filters) && question.gate === null
      ? refuseNotHeld(new Desk(question, sources), null, [])
      : await answerQuestion(question, sources, { glossary, thread, replies, reread });
  return { question, draft };
}

/** Answers the turn before an operation again, in another language where one is asked for. */
function answerBefore(turns: readonly TurnReading[], parts: Conversation): AnswerBefore {
  const earlier = turns.slice(0, -1);
  return async (language) => {
    if (earlier.length === 0) return null;
    const read = filteredQuestion(parts.conversation.question(earlier), parts.filters);
    return answered(earlier, language === null ? read : { ...read, language }, parts);
  };
}

/** So many turns of one enquiry are set out together. */
const MOST_OF_ENQUIRY = 6;

/** The answers to the turns before an operation, back to the one that leant on nothing, oldest first. */
async function answersOfEnquiry(turns: readonly TurnReading[], parts: Conversation): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (let end = turns.length - 1; end > 0 && drafts.length < MOST_OF_ENQUIRY; end--) {
    const earlier = turns.slice(0, end);
    const read = filteredQuestion(parts.conversation.question(earlier), parts.filters);
    const { question, draft } = await answered(earlier, read, parts);
    drafts.unshift(draft);
    if (!question.followUp) break;
  }
  return drafts;
}

/** So many turns back the thread of a conversation is followed. */
const MOST_BEFORE = 4;
/** The depth of a turn that is followed for its own sake: what it leans on is not. */
const BESIDE = 1;

/** What the turn before was answered with, where the last turn leans on it. */
async function threadOf(
  turns: readonly TurnReading[],
  { leans, sides }: Pick<Question, "leans" | "sides">,
  parts: Pick<RunParts, "sources" | "conversation" | "glossary" | "replies">,
  depth = MOST_BEFORE,
): Promise<Thread | null> {
  if (!leans || depth === 0) return null;
  const earlier = turns.slice(0, -1);
  const { conversation } = parts;
  const read = conversation.question(earlier);
  if (read.gate !== null) return null;
  const leant = await threadOf(earlier, read, parts, depth - 1);
  const question = ofSisterRow(ofCountedRow(read, leant), leant, parts.sources);
  const draft = await answerQuestion(question, parts.sources, {
    ...parts,
    thread: leant,
    reread: (own) => conversation.question(conversation.read(own)),
  });
  // 差几公里: what is set together stands in the turn before as well, whether or not the last one leant on it. Only the
  // two turns themselves: followed further, a conversation of 50 turns would be answered 50 times.
  const beside = leant === null && depth > BESIDE && sides.length > 1;
  const before = beside ? await threadOf(earlier, { ...read, leans: true }, parts, BESIDE) : leant;
  return { question, draft, before };
}

/** An answer with an unsupported figure is never shown; the reader is told that nothing sure was found. */
function checked(
  draft: Draft,
  question: Question,
  sources: Sources,
  report: AskParts["onUnsupported"],
): Draft {
  const unsupported = unsupportedIn(draft, [
    question.asked,
    question.text,
    ...question.years.map(String),
    ...draft.suggestions,
    ...sources.outline.documents.flatMap(({ years }) => years.map(String)),
  ]);
  if (unsupported.length === 0) return draft;
  report?.(question, unsupported);
  return refuseNotHeld(new Desk({ ...question, indicators: [] }, sources), null, draft.suggestions);
}
