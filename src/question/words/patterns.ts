import { z } from "zod";
import { OPERATIONS } from "#question/question.ts";
import patternsFile from "./patterns.json" with { type: "json" };

const expressions = z.array(z.string().min(1));

const patternsSchema = z.object({
  kind: z.object({ target: expressions, actual: expressions }),
  setAside: expressions,
  operations: z.array(z.object({ operation: z.enum(OPERATIONS), any: expressions })),
  followUp: z.object({
    opening: expressions,
    closing: expressions,
    pronoun: expressions,
    correction: expressions,
  }),
  measure: z.object({ growth: expressions, level: expressions }),
  dialect: z.record(z.string(), z.string()),
  recall: expressions,
  askedOf: expressions,
  how: expressions,
  against: expressions,
  againstWhole: expressions,
  distance: expressions,
  total: expressions,
  costs: expressions,
  fulfilment: expressions,
  besides: expressions,
  yearBefore: expressions,
  topicSwitch: expressions,
  ranging: expressions,
  returns: expressions,
  againstYearBefore: expressions,
  share: expressions,
  which: expressions,
  whichYear: expressions,
  whichIndicators: expressions,
  sisters: z.record(z.string(), z.string()),
  filler: expressions,
  scaffolding: expressions,
});

const anyOf = (sources: readonly string[], flags = ""): RegExp => new RegExp(sources.join("|"), flags);

const parsed = patternsSchema.parse(patternsFile);

/** The question patterns, compiled once. All expect folded text. */
export const patterns = {
  kind: { target: anyOf(parsed.kind.target), actual: anyOf(parsed.kind.actual) },
  /** 不要目标, 不是实际值: a kind that is named only to be left out. */
  setAside: anyOf(parsed.setAside, "g"),
  operations: parsed.operations.map(({ operation, any }) => ({ operation, pattern: anyOf(any) })),
  followUp: {
    opening: anyOf(parsed.followUp.opening),
    closing: anyOf(parsed.followUp.closing),
    pronoun: anyOf(parsed.followUp.pronoun),
    correction: anyOf(parsed.followUp.correction),
  },
  measure: { growth: anyOf(parsed.measure.growth), level: anyOf(parsed.measure.level) },
  /** Spoken words and what they are in the written language. */
  dialect: Object.entries(parsed.dialect).map(([spoken, written]) => ({
    spoken: new RegExp(spoken, "g"),
    written,
  })),
  /** Words that point at figures asked for before (这三个数里, 前一个), none of them a subject. */
  recall: anyOf(parsed.recall, "g"),
  /** What is asked of a subject (营业收入, 发展): it stays where a follow-up names another. */
  askedOf: anyOf(parsed.askedOf, "g"),
  /** 怎么促进消费: asks what is done, not for a figure. */
  how: anyOf(parsed.how),
  /** Words that set a figure against its target; 计划降低几个点 has none. */
  against: anyOf(parsed.against),
  /** 比全市高吗, 跟中心城区其他区比: sets a figure against the whole its region lies in, which is no place asked about. */
  againstWhole: anyOf(parsed.againstWhole),
  /** 还差多少: asks how far from the target. */
  distance: anyOf(parsed.distance),
  /** 总共要花多少钱: asks what a list adds up to. */
  total: anyOf(parsed.total),
  /** What asks for such a total and names nothing. */
  costs: anyOf(parsed.costs, "g"),
  /** 没完成, 目标完成: speaks of targets met or missed. */
  fulfilment: anyOf(parsed.fulfilment),
  /** 比2020年呢, 跟大渡口比: sets something beside what was talked of. */
  besides: anyOf(parsed.besides),
  /** 比上年: against the year before the one talked of. */
  yearBefore: anyOf(parsed.yearBefore),
  topicSwitch: anyOf(parsed.topicSwitch),
  /** 哪个区, 各区, 三个区: asks over all regions held, whatever was talked of. */
  ranging: anyOf(parsed.ranging),
  /** 回到刚才的: goes back to what was talked of before the last turn. */
  returns: anyOf(parsed.returns),
  /** 跟去年比怎么样: the year before the one talked of is set beside it. */
  againstYearBefore: anyOf(parsed.againstYearBefore),
  /** 占比: asks for a share. */
  share: anyOf(parsed.share),
  /** 谁, 哪个: asks to choose among places. */
  which: anyOf(parsed.which),
  /** 哪一年: asks to choose among years. */
  whichYear: anyOf(parsed.whichYear),
  /** 哪些指标没完成: asks about the indicators themselves, whatever was talked of. */
  whichIndicators: anyOf(parsed.whichIndicators),
  /** Everyday words for what tells sister indicators apart. */
  sisters: Object.entries(parsed.sisters).map(([spoken, word]) => ({ spoken: new RegExp(spoken), word })),
  /** Words of asking and telling that name no subject. */
  filler: anyOf(
    [...parsed.filler].sort((a, b) => b.length - a.length),
    "g",
  ),
  /** Longest first, so that 是多少 goes before 是. */
  scaffolding: anyOf(
    [...parsed.scaffolding].sort((a, b) => b.length - a.length),
    "g",
  ),
} as const;
