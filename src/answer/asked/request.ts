import { inTurns } from "#answer/lists/items-meant.ts";
import type { Sources } from "#answer/sources.ts";
import type { DocumentMetadata } from "#domain/document.ts";
import type { ChatFilters, ChatRequest } from "#protocol/chat.ts";
import { readPart } from "#question/conversation/long-turn.ts";
import type { Question } from "#question/question.ts";
import { undisguised } from "#text/undisguised.ts";

/** What is heard of a long talk: so many turns of the reader, and so many characters of them. */
export const HEARD = { turns: 50, characters: 4_000 } as const;

/**
 * The reader's turns of a conversation, oldest first, as far as they are heard: the last 50, and of those what 4,000
 * characters hold. The last turn is always heard; of a long one, its part that is read. So a conversation may go on for ever, and a turn costs no more.
 */
export function heardTurns(messages: ChatRequest["messages"]): string[] {
  const said = messages.filter(({ role }) => role === "user").slice(-HEARD.turns);
  const turns = said.flatMap(({ content }) => inTurns(readPart(undisguised(content)))).slice(-HEARD.turns);
  let left: number = HEARD.characters;
  let first = turns.length;
  while (first > 0) {
    left -= turns[first - 1]?.length ?? 0;
    if (left < 0) break;
    first -= 1;
  }
  return turns.slice(Math.min(first, Math.max(turns.length - 1, 0)));
}

/** The sources as if only the documents let through by the request's filters were held. */
export function filteredSources(sources: Sources, filters: ChatFilters | undefined): Sources {
  if (filters === undefined) return sources;
  const { regions, years, documents } = filters;
  const passes = (document: DocumentMetadata): boolean =>
    (regions === undefined || (document.region !== null && regions.includes(document.region))) &&
    (years === undefined || document.years.some((year) => years.includes(year))) &&
    (documents === undefined || documents.includes(document.id));
  const held = sources.outline.documents.filter(passes);
  const ids = held.map(({ id }) => id);
  return {
    outline: {
      ...sources.outline,
      documents: held,
      regions: sources.outline.regions.filter((region) =>
        held.some((document) => document.region === region),
      ),
    },
    document: (id) => (ids.includes(id) ? sources.document(id) : null),
    rows: (filter) => {
      const wanted = (filter.documents ?? ids).filter((id) => ids.includes(id));
      const rows = wanted.length === 0 ? [] : sources.rows({ ...filter, documents: wanted });
      return years === undefined ? rows : rows.filter(({ year }) => years.includes(year));
    },
    search: async (query, { filter = {}, ...options }) => {
      const wanted = (filter.documents ?? ids).filter((id) => ids.includes(id));
      return wanted.length === 0
        ? []
        : sources.search(query, { ...options, filter: { ...filter, documents: wanted } });
    },
    termWeight: sources.termWeight,
    holdsTerm: sources.holdsTerm,
    similarIndicator: sources.similarIndicator,
    read: sources.read,
    ...(sources.revisions === undefined ? {} : { revisions: sources.revisions }),
  };
}

/** True where the question names years and the filter lets none of them through. */
export function filteredOut(question: Question, filters: ChatFilters | undefined): boolean {
  const years = filters?.years ?? [];
  return (
    years.length > 0 && question.years.length > 0 && !question.years.some((year) => years.includes(year))
  );
}

/** A filter for one region or year says what the question left open. */
export function filteredQuestion(question: Question, filters: ChatFilters | undefined): Question {
  if (filters === undefined) return question;
  const { regions = [], years = [] } = filters;
  return {
    ...question,
    regions: question.regions.length > 0 || regions.length !== 1 ? question.regions : regions,
    years: question.years.length > 0 || years.length !== 1 ? question.years : years,
  };
}
