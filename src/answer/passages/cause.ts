import { answerWords } from "#answer/answer-words.ts";
import { forms } from "./forms.ts";
import type { QuestionTerms } from "./terms.ts";

/**
 * 1 when words of cause follow the subject, or words of effect stand before it (…，让新的市场主体涌现); 0 when there are none
 * or they belong to what stands on its other side.
 */
export function causeIn(folded: string, wordings: readonly QuestionTerms[]): number {
  if (forms.purpose.test(folded)) return 1;
  const subject = Math.min(
    ...wordings.flatMap(({ rarest }) => rarest.map((term) => folded.indexOf(term))).filter((at) => at >= 0),
  );
  if (subject !== Infinity && EFFECT.test(folded.slice(0, subject))) return 1;
  const last = [...folded.matchAll(answerWords.cause)].at(-1);
  return last !== undefined && subject <= last.index ? 1 : 0;
}

/** A cause, and what begins to tell what came of it. */
const EFFECT = /[^。;]{6},(?:也?让|使得?|从而|进而|由此|因此|因而)[^。;]*$/;
