import type { Question } from "#question/question.ts";
import type { Draft } from "./draft.ts";
import { joinedDrafts } from "./joined-drafts.ts";
import type { Rereading } from "./rereading.ts";

/** Where one question of a turn ends and the next begins. */
const BETWEEN =
  /(?<=[?？;；。])\s*(?:另外|还有|此外|再问|顺便)?[,，]?|[,，]\s*(?:另外|还有|此外|再问|顺便|同时)[,，]?|,? and (?=(?:how|what|when|which|who|where|did|is|was)\b)/giu;
const ASKS = /多少|几|哪|什么|啥|谁|怎|吗|何|[?？]|\b(?:how|what|when|which|who|where|did|is|was)\b/iu;
const MOST = 3;
/** 是吗？: too short to ask anything. */
const LEAST = 5;

/** The questions of a turn that asks several, in order; the turn alone where it asks one. */
export function questionsIn(asked: string): string[] {
  const parts = asked
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const several = parts.length > 1 && parts.length <= MOST;
  return several && parts.every((part) => part.length >= LEAST && ASKS.test(part)) ? parts : [asked];
}

/**
 * 那个基地叫什么？另外改造了多少户危房？: where two questions of one turn are not answered together, each is asked by itself, the
 * later one as going on with the earlier. Null where the turn asks one, or one of them is not answered alone.
 */
export async function oneByOne(
  { asked, followUp, gate }: Question,
  draft: Draft,
  { sources, reread, answer }: Rereading,
): Promise<Draft | null> {
  if (draft.status === "answered" || followUp || gate !== null) return null;
  const questions = questionsIn(asked);
  if (questions.length < 2) return null;
  const told: Draft[] = [];
  for (const at of questions.keys()) {
    const found = await answer(reread(questions.slice(0, at + 1)));
    if (found.status !== "answered") return null;
    told.push(found);
  }
  return joinedDrafts(told, { names: [], sources });
}
