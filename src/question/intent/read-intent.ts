import { gates } from "#question/patterns.ts";
import { classOf, INTENTS, type Intent } from "./intent.ts";
import { guessIntent } from "./intent-model.ts";

/** What is known of a turn beside its words. */
export interface TurnSigns {
  /** It names a region, a year or an indicator. */
  readonly names: boolean;
  /** It names two of region, year and indicator: asked of a report, whatever else it sounds like. */
  readonly figure: boolean;
  /** There is a turn before it that a report was asked in. */
  readonly follows: boolean;
  /** It goes on with that turn in so many words: 那…呢, and the growth, 不是5.6%吗, 下降了? */
  readonly goesOn: boolean;
  /** It asks what a term means: the reports explain it, use it, or do not know it. */
  readonly defines: boolean;
}

/**
 * From this probability on a turn is taken to ask a report; one that names a place, a year or an indicator, or follows a
 * question, must look far less like one. `training/intents/train.ts --check` prints what other values would cost.
 */
const ASKS_REPORT = 0.6;
const ASKS_REPORT_NAMED = 0.25;
/** A few words behind a question go on with it unless they surely do something else: 农村的. */
const ASKS_REPORT_FOLLOWING = 0.3;

/**
 * What a turn is: told by words that leave no doubt (`gates.json`), else by the learned weights. An operation on the last
 * answer needs one: 画个图 without a turn before it asks for nothing yet.
 * @param folded the turn, folded and in the written language
 * @param typed the turn, folded, as it was typed
 */
export function readIntent(folded: string, typed: string, signs: TurnSigns): Intent {
  const guess = guessIntent(typed);
  const gate = gates.find(({ pattern, unless }) => pattern.test(folded) && !unless?.test(folded));
  if (gate !== undefined) return likeliest(guess.probabilities, gate.intents);
  if (signs.figure || (signs.defines && !ASKS_ASSISTANT.test(typed))) return "report";
  const asks = guess.probabilities[0] ?? 0;
  if (signs.goesOn && !classOf(guess.intent).startsWith("operation")) return "report";
  const least = signs.names ? ASKS_REPORT_NAMED : signs.follows ? ASKS_REPORT_FOLLOWING : ASKS_REPORT;
  if (asks >= least) return "report";
  const others = signs.follows ? OTHERS : OTHERS.filter((name) => !name.startsWith("operation"));
  const intent = likeliest(guess.probabilities, others);
  return intent.startsWith("operation") && signs.names ? "report" : intent;
}

/** 你是什么 asks the assistant about itself. */
const ASKS_ASSISTANT = /[你您]|\byou(?:r|rs)?\b|^(?:什么意思|啥意思)/;

const OTHERS = INTENTS.filter((intent) => intent !== "report");

/** The likeliest of the intents named, whole (`sensitive.harm`) or by class (`handover`). */
function likeliest(probabilities: readonly number[], names: readonly string[]): Intent {
  let best: Intent = "offtopic.nonsense";
  let most = -1;
  for (const [at, intent] of INTENTS.entries()) {
    const probability = probabilities[at] ?? 0;
    const named = names.includes(intent) || names.includes(classOf(intent));
    if (named && probability > most) [best, most] = [intent, probability];
  }
  return best;
}
