import { Desk } from "#answer/desk.ts";
import { unitsFor } from "#answer/passages/read-passages.ts";
import type { Sources } from "#answer/sources.ts";
import type { TurnReading } from "#question/conversation/turn.ts";
import type { ConversationReader } from "#question/understand.ts";
import { thresholds } from "#read/thresholds.ts";

/**
 * As likely as `mayAsk` a turn must ask a report for a stretch as likely as `answers` to let it in. Of 399 turns of a front
 * desk and 262 that are to be refused these let in none; of 51 that reports answer 32, eight of them among twelve by writers the
 * reader had not learned from; of 23 near those one.
 */
const LET_IN = [
  { mayAsk: 0.25, answers: thresholds.surely },
  { mayAsk: 0.05, answers: thresholds.beyondDoubt },
] as const;

/**
 * The turns, the last one as asking a report where the learned weights took it for something else and a stretch of a report
 * surely answers it: 医保个人账户共济扩到谁 sounds like a matter for a counter until a report says 扩大至近亲属.
 */
export async function withReportAsked(
  turns: readonly TurnReading[],
  conversation: ConversationReader,
  sources: Sources,
): Promise<readonly TurnReading[]> {
  const last = turns.at(-1);
  if (last === undefined || last.gate === null) return turns;
  const enough = LET_IN.find(({ mayAsk }) => last.mayAsk >= mayAsk);
  if (enough === undefined) return turns;
  const asking = [...turns.slice(0, -1), { ...last, gate: null, intent: "report" } as const];
  const question = conversation.question(asking);
  if (question.regions.length === 0 && question.otherRegions.length > 0) return turns;
  const [best] = await unitsFor(new Desk(question, sources), question.regions[0] ?? null);
  return best !== undefined && best.probability >= enough.answers ? asking : turns;
}
