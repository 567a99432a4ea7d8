import { z } from "zod";
import type { Aspect } from "#question/aspect/aspect.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import themesFile from "./themes.json" with { type: "json" };

const data = z
  .strictObject({
    about: z.string(),
    themes: z.array(z.strictObject({ asked: z.string(), printed: z.string() })).min(1),
    general: z.string(),
    line: z.string(),
    all: z.string(),
    problems: z.strictObject({ opens: z.string(), sees: z.string(), lacking: z.string(), turns: z.string() }),
  })
  .parse(themesFile);

const THEMES = data.themes.map(({ asked, printed }) => ({
  asked: new RegExp(asked, "gu"),
  printed: new RegExp(printed, "u"),
}));
/** Longest first, so that 怎么样 goes before 怎么; English words only whole. */
const GENERAL = new RegExp(
  data.general
    .split("|")
    .sort((a, b) => b.length - a.length)
    .map((word) => (/^[a-z]/.test(word) ? `\\b${word}\\b` : word))
    .join("|"),
  "gu",
);
const LINE = new RegExp(data.line, "u");
const ALL = new RegExp(data.all, "u");

/** How a report tells of what is lacking. */
export const PROBLEMS = {
  opens: new RegExp(data.problems.opens, "u"),
  sees: new RegExp(data.problems.sees, "u"),
  lacking: new RegExp(data.problems.lacking, "gu"),
  turns: new RegExp(data.problems.turns, "u"),
};

/** What a question asks the main points of. */
export interface Topic {
  readonly aspect: Exclude<Aspect, "other">;
  /** As the question names it (教育, 服装产业); empty where no theme is asked about. */
  readonly name: string;
  /** The words for it in headings and sentences, the narrowest first; empty where no theme is asked about. */
  readonly printed: readonly RegExp[];
  /** One sentence is asked for. */
  readonly line: boolean;
  /** Every report is meant (这些报告, 各省), and not one that is left unnamed. */
  readonly all: boolean;
}

const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, "");

/**
 * The topic whose main points are asked for: 渝北教育有什么进展, 服装产业发展得怎么样, 总结一下这份报告, 有哪些问题. Null where a
 * question asks for a figure, a reason, a term, or anything narrower than a theme.
 */
export function topicAsked({ asked, topic, aspect, operation, indicators, measure }: Question): Topic | null {
  if (aspect === "other" || measure !== null || NARROWER.has(operation)) return null;
  const folded = foldPlain(asked);
  const [line, all] = [LINE.test(folded), ALL.test(folded)];
  if (aspect !== "theme") return indicators.length > 0 ? null : { aspect, name: "", printed: [], line, all };
  // 就业情况, where indicators bear the name: their figures are told.
  if (indicators.length > 0 && AS_A_WHOLE.test(folded)) return null;
  const { named, words, rest } = themesIn(topic);
  // 江北2022年外贸: the name of an indicator and nothing else.
  if (indicators.length > 0 && letters(topic) === letters(words.join(""))) return null;
  const themes = named.length === 0 ? [] : [oneOf(named)];
  if (rest === "" || !SUBJECT.test(rest) || indicators.length > 0)
    return themes.length === 0 ? null : { aspect, name: words.join("、"), printed: themes, line, all };
  // 中医药产业, 服装产业: narrower than a theme, and looked for by its own name first.
  return { aspect, name: `${rest}${words.join("")}`, printed: [new RegExp(rest, "u"), ...themes], line, all };
}

/** The themes a topic names, the longest name first (营商环境 is no 环境), and what it says beside them. */
function themesIn(topic: string): { named: RegExp[]; words: string[]; rest: string } {
  const longest = (words: readonly string[] | null) =>
    Math.max(0, ...(words ?? []).map(({ length }) => length));
  const themes = [...THEMES].sort((a, b) => longest(topic.match(b.asked)) - longest(topic.match(a.asked)));
  const named: RegExp[] = [];
  const words: string[] = [];
  let rest = topic;
  for (const { asked, printed } of themes) {
    const said = rest.match(asked);
    if (said === null) continue;
    named.push(printed);
    words.push(...said);
    rest = rest.replace(asked, " ");
  }
  return { named, words: [...new Set(words)], rest: letters(rest.replace(GENERAL, "")) };
}

const oneOf = (patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join("|"), "u");

/** What is asked of figures, a reason or whether an aim was reached is no whole. */
const NARROWER: ReadonlySet<Question["operation"]> = new Set(["reason", "met", "difference", "sum", "count"]);
const AS_A_WHOLE = /情况|怎么样|怎样|如何|咋样/;
/** What narrows a theme: a few characters without a mark. */
const SUBJECT = /^\p{Script=Han}{2,6}$/u;
