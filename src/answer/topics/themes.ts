import { z } from "zod";
import type { Question } from "#question/question.ts";
import { patterns } from "#question/words/patterns.ts";
import { foldPlain } from "#text/fold.ts";
import themesFile from "./themes.json" with { type: "json" };

const data = z
  .strictObject({
    about: z.string(),
    themes: z.array(z.strictObject({ asked: z.string(), printed: z.string() })).min(1),
    general: z.string(),
    asks: z.string(),
    overview: z.string(),
    line: z.string(),
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
const ASKS = new RegExp(data.asks, "u");
const OVERVIEW = new RegExp(data.overview, "u");
const LINE = new RegExp(data.line, "u");

/** What a question asks the main points of. */
export interface Topic {
  /** As the question names it (教育, 服装产业); empty where a report is asked about as a whole. */
  readonly name: string;
  /** The words for it in headings and sentences; null where a report is asked about as a whole. */
  readonly printed: RegExp | null;
  /** One sentence is asked for. */
  readonly line: boolean;
}

const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, "");

/**
 * The topic whose main points are asked for: 渝北教育有什么进展, 服装产业发展得怎么样, 总结一下这份报告. Null where a question asks
 * for a figure, a reason, a term, or anything narrower than a theme.
 */
export function topicAsked({ asked, topic, operation, indicators, measure }: Question): Topic | null {
  const folded = foldPlain(asked);
  if (!["passage", "list", "value"].includes(operation) || measure !== null) return null;
  if (NARROWER.test(folded) || patterns.ranging.test(folded)) return null;
  const line = LINE.test(folded);
  const bare = letters(topic.replace(OVERVIEW, "").replace(LINE, "").replace(GENERAL, "").replace(WHOLE, ""));
  if (bare === "" && indicators.length === 0)
    return OVERVIEW.test(folded) ? { name: "", printed: null, line } : null;
  if (!ASKS.test(folded) || (indicators.length > 0 && AS_A_WHOLE.test(folded))) return null;
  const { named, words, rest } = themesIn(topic);
  if (named.length === 0) return null;
  if (rest === "") return { name: words.join("、"), printed: oneOf(named), line };
  // 中医药产业, 服装产业: narrower than a theme, and looked for by its own name.
  return indicators.length === 0 && SUBJECT.test(rest)
    ? { name: `${rest}${words.join("")}`, printed: new RegExp(rest, "u"), line }
    : null;
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

/** 多少, 为什么, 哪一年: asks for something in particular. */
const NARROWER =
  /[“"「]|[一二三四五六七八九十两\d][个项点字条大方重]|多少|几[^乎]|为什么|为啥|为何|原因|是谁|哪一?[年个位家所]|是什么意思|吗[?？]?$|how (?:many|much)|\bwh(?:y|o|en)\b/;
/** 就业情况, where indicators bear the name: their figures are told. */
const AS_A_WHOLE = /情况|怎么样|怎样|如何|咋样/;
/** 这份报告, 去年, 全区: the whole. */
const WHOLE = /[这那该]?一?[份个本]|报告|工作|全年|经济社会|年度|上面|刚才|全部|整体|report/gu;
/** What narrows a theme: a few characters without a mark. */
const SUBJECT = /^\p{Script=Han}{2,6}$/u;
