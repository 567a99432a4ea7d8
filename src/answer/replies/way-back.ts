import type { Draft } from "#answer/draft.ts";
import { classOf } from "#question/intent/intent.ts";
import type { Question } from "#question/question.ts";
import type { TurnReading } from "#question/turn.ts";

/** Asks the question that some turns of a conversation end with. */
export type Ask = (turns: readonly TurnReading[]) => Promise<{ question: Question; draft: Draft }>;

/**
 * Behind a matter for a counter or a sensitive one, the way back to what was talked of: the last question that stands by
 * itself and is answered, as it was typed. Nothing else is offered there.
 * @param turns the conversation with the turn just replied to
 */
export async function withWayBack(
  draft: Draft,
  { intent }: Question,
  { turns, ask }: { readonly turns: readonly TurnReading[]; readonly ask: Ask },
): Promise<Draft> {
  const kind = classOf(intent);
  if ((kind !== "handover" && kind !== "sensitive") || intent === "handover.emergency") return draft;
  for (let end = turns.length - 1; end > 0; end--) {
    const { question, draft: before } = await ask(turns.slice(0, end));
    if (question.followUp || question.regions.length === 0) continue;
    const back = turns[end - 1]?.asked;
    return before.status === "answered" && back !== undefined ? { ...draft, suggestions: [back] } : draft;
  }
  return draft;
}
