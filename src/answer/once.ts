import type { Question } from "#question/question.ts";
import type { Desk } from "./desk.ts";

/** What a question is answered from. */
export type Asked = Pick<Desk, "question" | "sources">;

/** The same function, computed once a question: what the question decides is not found anew for each passage. */
export function oncePerQuestion<Found>(find: (asked: Asked) => Found): (asked: Asked) => Found {
  const known = new WeakMap<Question, { readonly found: Found }>();
  return ({ question, sources }) => {
    const kept = known.get(question) ?? { found: find({ question, sources }) };
    known.set(question, kept);
    return kept.found;
  };
}
