import { z } from "zod";
import wordsFile from "./answer-words.json" with { type: "json" };

const expressions = z.array(z.string().min(1));

const parsed = z
  .object({
    stopCharacters: z.string(),
    cause: expressions,
    expects: z.object({
      clock: expressions,
      rank: expressions,
      streak: expressions,
      number: expressions,
      date: expressions,
      person: expressions,
    }),
    person: z.string(),
    classifier: z.string(),
    kindSaid: z.object({ target: expressions, actual: expressions }),
    list: z.object({
      unmet: expressions,
      met: expressions,
      beyond: expressions,
      binding: expressions,
      expected: expressions,
      items: expressions,
      indicators: expressions,
    }),
  })
  .parse(wordsFile);

const anyOf = (sources: readonly string[]): RegExp => new RegExp(sources.join("|"));

/** The words that shape passage answers, compiled once. All expect folded text. */
export const answerWords = {
  stopCharacters: new Set(parsed.stopCharacters),
  cause: new RegExp(parsed.cause.join("|"), "g"),
  expects: {
    clock: anyOf(parsed.expects.clock),
    person: anyOf(parsed.expects.person),
    rank: anyOf(parsed.expects.rank),
    streak: anyOf(parsed.expects.streak),
    number: anyOf(parsed.expects.number),
    date: anyOf(parsed.expects.date),
  },
  /** An office with someone's name beside it. */
  person: new RegExp(parsed.person),
  classifier: new RegExp(parsed.classifier),
  /** Words that can mean one kind only; 控制在 and 要到 are said of targets and results alike. */
  kindSaid: { target: anyOf(parsed.kindSaid.target), actual: anyOf(parsed.kindSaid.actual) },
  list: {
    unmet: anyOf(parsed.list.unmet),
    met: anyOf(parsed.list.met),
    /** 超额完成, not merely met. */
    beyond: anyOf(parsed.list.beyond),
    binding: anyOf(parsed.list.binding),
    expected: anyOf(parsed.list.expected),
    /** 哪几项没完成: indicators without saying so. */
    items: anyOf(parsed.list.items),
    indicators: anyOf(parsed.list.indicators),
  },
} as const;
