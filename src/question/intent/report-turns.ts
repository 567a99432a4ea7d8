import { foldPlain } from "#text/fold.ts";
import { guessIntent } from "./intent-model.ts";

/** A turn surely social, about the assistant or done to the answer before is no part of what is talked of. */
const SURELY_ASIDE = 0.12;

/**
 * The turns of a conversation without the asides before the last one: 谢谢, 做成表格, 你是谁 between two questions change
 * nothing of what the second one goes on with.
 */
export function reportTurns(turns: readonly string[]): string[] {
  return turns.filter(
    (turn, at) =>
      at === turns.length - 1 || (guessIntent(foldPlain(turn).trim()).probabilities[0] ?? 0) >= SURELY_ASIDE,
  );
}
