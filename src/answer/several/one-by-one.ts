import type { Draft, Rereading } from "#answer/draft.ts";
import { expectationOf, meets } from "#answer/passages/expectation.ts";
import { textsOf } from "#answer/verify.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import { joinedDrafts } from "./joined-drafts.ts";

/** Where one question of a turn ends and the next begins. */
const BETWEEN =
  /(?<=[?？;；。])\s*(?:另外|还有|此外|再问|顺便)?[,，]?|[,，]\s*(?:另外|还有|此外|再问|顺便|同时)[,，]?|,? and (?=(?:how|what|when|which|who|where|did|is|was)\b)/giu;
const ASKS =
  /多[少长大高宽远久快]|几|哪|什么|啥|谁|怎|吗|何|[?？]|\b(?:how|what|when|which|who|where|did|is|was)\b/iu;
const MOST = 3;
/** 是吗？: too short to ask anything. */
const LEAST = 5;
/** 几车道, behind a comma of the same question. */
const LEAST_CLAUSE = 3;

/** The questions of a turn that asks several, in order; the turn alone where it asks one. */
export function questionsIn(asked: string, between = BETWEEN, least = LEAST): string[] {
  const parts = asked
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const several = parts.length > 1 && parts.length <= MOST;
  return several && parts.every((part) => part.length >= least && ASKS.test(part)) ? parts : [asked];
}

/**
 * 那个基地叫什么？另外改造了多少户危房？: where two questions of one turn are not answered together, or one of them is left out,
 * each is asked by itself, the later one as going on with the earlier. Null where the turn asks one, or one of them is not
 * answered alone.
 */
export async function oneByOne(
  { asked, followUp, gate }: Question,
  draft: Draft,
  { sources, reread, answer }: Rereading,
): Promise<Draft | null> {
  if (followUp || gate !== null) return null;
  const answered = draft.status === "answered";
  const apart = questionsIn(asked);
  // …叫什么？另外…多少户？: one sentence that answers the second says nothing of the first.
  const tooFew = draft.used.length === 0 && draft.book.citations.length < apart.length && apart.length > 1;
  const questions = answered && !tooFew ? questionsIn(asked, CLAUSES, LEAST_CLAUSE) : apart;
  const leavesOut =
    !answered || tooFew || (draft.used.length === 0 && questions.some((part) => !tells(draft, part)));
  if (questions.length < 2 || !leavesOut) return null;
  const told: Draft[] = [];
  for (const [at, part] of questions.entries()) {
    const found = await answer(reread(questions.slice(0, at + 1)));
    if (found.status !== "answered" || !tells(found, part)) return null;
    told.push(found);
  }
  return joinedDrafts(told, { names: [], sources });
}

/** 一期有多长，什么时候通车: what is answered in one may be asked in two. */
const CLAUSES = /[,，、?？;；。]/gu;

/** Whether a draft tells something of the kind a question asks for: a length, a day, a name. */
function tells({ blocks }: Draft, asked: string): boolean {
  const expectation = expectationOf(foldPlain(asked));
  const told = foldPlain(blocks.flatMap(textsOf).join("\n"));
  const bare = told.replace(/\[\d+\]/gu, "");
  // 6月 is no length.
  return meets(expectation, expectation.date ? bare : bare.replace(/\d{1,2}[月日号]/gu, "")) > 0;
}
