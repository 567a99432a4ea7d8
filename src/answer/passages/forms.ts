import { z } from "zod";
import { isMostlyIndicator } from "#question/indicator/mostly-indicator.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import formsFile from "./forms.json" with { type: "json" };

const expressions = z.array(z.string().min(1)).min(1);
const parsed = z
  .object({
    measures: expressions,
    manner: expressions,
    ahead: expressions,
    back: expressions,
    parts: z.object({
      asked: z.string(),
      rest: z.string(),
      period: z.string(),
      named: z.string(),
      plan: expressions,
      review: expressions,
    }),
    route: z.object({ asked: z.string(), told: z.string() }),
    pointing: z.string(),
    meaning: z.object({
      asked: z.string(),
      rest: z.string(),
      behind: z.string(),
      bare: z.string(),
      slots: z.string(),
      part: z.string(),
      counted: z.string(),
      made: z.string(),
      parts: z.string(),
    }),
    aims: z.string(),
  })
  .parse(formsFile);

const anyOf = (sources: readonly string[]): RegExp => new RegExp(sources.join("|"));

/** The forms of questions, compiled once. All expect folded text. */
export const forms = {
  measures: anyOf(parsed.measures),
  /** 做得怎么样: also asked of figures. */
  manner: anyOf(parsed.manner),
  ahead: anyOf(parsed.ahead),
  back: anyOf(parsed.back),
  /** 重点工作分哪几个方面: how the parts of a section are asked for. */
  parts: {
    asked: new RegExp(parsed.parts.asked),
    /** What such a question says besides a title, */
    rest: new RegExp(parsed.parts.rest, "g"),
    /** the words for several years, which a title has where the question has, */
    period: new RegExp(parsed.parts.period),
    /** the words for parts, */
    named: new RegExp(parsed.parts.named, "g"),
    /** and the titles meant where it says nothing else, the likeliest first: what will be done, what was done. */
    ahead: parsed.parts.plan.map((source) => new RegExp(source)),
    back: parsed.parts.review.map((source) => new RegExp(source)),
  },
  /** 从哪儿修到哪儿 → 起于…止于…. */
  route: { asked: new RegExp(parsed.route.asked), told: new RegExp(parsed.route.told) },
  /** 该项目预计…: a sentence that speaks of what stands before it. */
  pointing: new RegExp(parsed.pointing),
  /** 什么叫…: how a meaning is asked for, and what stands around a term that is explained. */
  meaning: {
    asked: new RegExp(parsed.meaning.asked),
    /** What such a question says besides the term. */
    rest: new RegExp(parsed.meaning.rest, "g"),
    /** Behind the term: …是指, …（…）. */
    behind: new RegExp(parsed.meaning.behind),
    /** 海绵城市是什么: a term and nothing else, */
    bare: new RegExp(parsed.meaning.bare),
    /** unless it is a word for what a report states (重点是什么). */
    slots: new RegExp(parsed.meaning.slots),
    /** 一心, 六园 in 一心六园: what such a term is put together of. */
    part: new RegExp(parsed.meaning.part, "g"),
    /** 三条控制线: a term that counts its parts, */
    counted: new RegExp(parsed.meaning.counted),
    /** 把…作为: what a term stands for, said before it. */
    made: new RegExp(parsed.meaning.made),
    /** which then stand before it. */
    parts: new RegExp(parsed.meaning.parts),
  },
  /** What a question for aims says besides what they are of. */
  aims: new RegExp(parsed.aims, "g"),
} as const;

/**
 * True for 怎么推进, 采取了哪些措施: what was or will be done is asked for, which takes more than one sentence. Of an
 * indicator 怎么样 asks how it came out.
 */
export function asksMeasures(question: Question): boolean {
  const { asked, operation } = question;
  if (operation !== "passage" && operation !== "list" && operation !== "value") return false;
  const folded = foldPlain(asked);
  return forms.measures.test(folded) || (forms.manner.test(folded) && !isMostlyIndicator(question));
}
