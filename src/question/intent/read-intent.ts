import { quotationsIn } from "#question/words/quotation.ts";
import { gates } from "./gates.ts";
import { classOf, INTENTS, type Intent, type IntentOrClass, isMeant } from "./intent.ts";
import type { Named } from "./intent-features.ts";
import { guessIntent, type TurnVectors } from "./intent-model.ts";

/** What is known of a turn beside its words. */
export interface TurnSigns {
  readonly named: Named;
  /** There is a turn before it that a report was asked in. */
  readonly follows: boolean;
  /** It goes on with that turn in so many words: 那…呢, and the growth, 不是5.6%吗, 下降了? */
  readonly goesOn: boolean;
  /** It takes back what was said before: 你搞错了,我问的是大渡口. */
  readonly corrects: boolean;
  /** It asks what a term means: the reports explain it, use it, or do not know it. */
  readonly defines: boolean;
  /** It asks for the main points of reports: 总结一下, of what is held or of the answer before. */
  readonly whole: boolean;
}

/** What a turn is. */
export interface IntentRead {
  readonly intent: Intent;
  /** How likely it asks a report all the same, where the learned weights alone took it for something else; else 0. */
  readonly mayAsk: number;
}

/** A turn's words, as they were typed and as they are read. */
export interface TurnWords {
  /** Folded and in the written language. */
  readonly folded: string;
  /** Folded, as it was typed. */
  readonly typed: string;
}

/**
 * From this probability on a turn is taken to ask a report; one that names a place, a year or an indicator, or two of them,
 * or follows a question, must look far less like one. `training/intents/level.ts` prints what other values would cost.
 */
export const ASKS_REPORT = { bare: 0.6, named: 0.25, twice: 0.4, thrice: 0.2, following: 0.3 };

/**
 * What a turn is: told by words that leave no doubt (`gates.json`), else by the learned weights. An operation where
 * there is no answer yet is one all the same, and is asked back.
 */
export function readIntent(words: TurnWords, signs: TurnSigns, vectors?: TurnVectors): IntentRead {
  const { folded, typed } = words;
  const { named, follows } = signs;
  const guess = guessIntent(typed, named, vectors);
  const gate = gates.find(({ pattern, unless }) => pattern.test(folded) && !unless?.test(folded));
  const things = Object.values(named).filter(Boolean).length;
  const asks = guess.probabilities[0] ?? 0;
  // 翻译成英文:渝北2023年GDP是多少: a figure named by place, year and indicator is asked for, whatever is wanted beside it.
  const surely = things === 3 && asks >= SURELY_ASKS && gate?.intents.includes("offtopic");
  if (gate !== undefined && !surely) return surelyOf(likeliest(guess.probabilities, gate.intents));
  // 翻译一下 apple 是什么意思: a word is to be put into another language, and not explained from a report.
  const isTask = guess.intent === "offtopic.task" && Math.max(...guess.probabilities) >= SURELY_ASKS;
  if (signs.defines && !isTask && !ASKS_ASSISTANT.test(typed)) return surelyOf("report");
  // 你说的这些数据准不准 points at them and asks about the assistant.
  const ofAssistant = !signs.corrects && ASKS_ASSISTANT.test(typed) && asks < ASKS_REPORT.following;
  if (signs.goesOn && !ofAssistant && classOf(guess.intent) !== "operation") return surelyOf("report");
  if (asks >= leastToAsk(things + (quotesAName(folded) ? 1 : 0), follows)) return surelyOf("report");
  const intent = likeliest(guess.probabilities, OTHERS);
  if (signs.whole && !follows && classOf(intent) === "operation") return surelyOf("report");
  if (classOf(intent) === "operation") return surelyOf(things > 0 ? "report" : intent);
  return { intent, mayAsk: asks };
}

const surelyOf = (intent: Intent): IntentRead => ({ intent, mayAsk: 0 });

/** “重庆小首尔”在哪里: a name in quotation marks was read somewhere. */
const quotesAName = (text: string): boolean =>
  quotationsIn(text).some(({ start, end }) => end - start >= SHORTEST_QUOTED);

/** Two characters and their marks. */
const SHORTEST_QUOTED = 4;

/** From this probability on a turn asks a report for certain. */
const SURELY_ASKS = 0.9;

function leastToAsk(things: number, follows: boolean): number {
  if (things > 2) return ASKS_REPORT.thrice;
  if (things > 1) return ASKS_REPORT.twice;
  if (things > 0) return ASKS_REPORT.named;
  return follows ? ASKS_REPORT.following : ASKS_REPORT.bare;
}

/** 你是什么 asks the assistant about itself. */
const ASKS_ASSISTANT = /[你您]|\byou(?:r|rs)?\b|^(?:什么意思|啥意思)/;

const OTHERS = INTENTS.filter((intent) => intent !== "report");

/** The likeliest of the intents named. */
function likeliest(probabilities: Float64Array, names: readonly IntentOrClass[]): Intent {
  let best: Intent = "offtopic.nonsense";
  let most = -1;
  for (const [at, intent] of INTENTS.entries()) {
    const probability = probabilities[at] ?? 0;
    if (isMeant(intent, names) && probability > most) [best, most] = [intent, probability];
  }
  return best;
}
