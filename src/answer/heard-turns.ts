import type { ChatRequest } from "#protocol/chat.ts";
import { readPart } from "#question/long-turn.ts";
import { undisguised } from "#text/undisguised.ts";
import { inTurns } from "./passages/counted-words.ts";

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
