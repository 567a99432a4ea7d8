import type { Figure } from "./figures.ts";
import { anyOf, words } from "./words.ts";

/** How a lead connects its subject with the figure. */
export interface LeadReading {
  /** Words before the connection; empty when the subject stands earlier in the sentence. */
  readonly subject: string;
  /** The subject's level, or its change in percent. */
  readonly measure: "level" | "growth";
  /** True for 下降 and the like. */
  readonly fall: boolean;
  /** 实际, 年均, 环比, or empty. */
  readonly calibre: string;
  /** The verb of a growth as printed, with what stands around it. */
  readonly verb: string;
  /** 总量达, 总额 …: the level of what was spoken of before. */
  readonly total: boolean;
  /** True when a verb or qualifier says that the subject comes to the figure: 达, 突破. */
  readonly linked: boolean;
  /** True when the verb says how far it has come: 达到, 增至. */
  readonly reached: boolean;
}

const manner = anyOf([...words.manner, ...words.calibre]);
const change = new RegExp(
  `^(?<subject>.*?)(?<manner>${manner}*)(?:(?<fall>${anyOf(words.fall)})|${anyOf(words.grow)})${manner}*$`,
  "u",
);
const link = new RegExp(`^(?<subject>.*?)(?<link>${anyOf(words.link)}*)$`, "u");
const calibre = new RegExp(anyOf(words.calibre), "u");
const LONGEST = 48;
/** Words of the link that say nothing of the amount. */
const FILLING = new Set([
  "也",
  "已",
  "均",
  "都",
  "将",
  "要",
  "全年",
  "年末",
  "实际",
  "新增",
  "\\s",
  "：",
  "分别",
  "完成",
  "实现",
]);

function growth(lead: string): LeadReading | null {
  const match = change.exec(lead)?.groups;
  if (match === undefined) return null;
  const subject = match["subject"] ?? "";
  return {
    subject,
    measure: "growth",
    fall: match["fall"] !== undefined,
    calibre: calibre.exec(lead.slice(subject.length))?.[0] ?? "",
    verb: lead.slice(subject.length),
    total: false,
    linked: true,
    reached: false,
  };
}

const LINKED = new RegExp(anyOf(words.link.filter((word) => !FILLING.has(word))), "u");
const total = new RegExp(`^(?<subject>.*?)${anyOf(words.total)}$`, "u");

/** Reads the words before a figure with this unit: percentages and 倍 may be growth, all else is a level. */
export function readLead(lead: string, unit: string | null): LeadReading | null {
  const near = lead.slice(-LONGEST);
  const changed = unit === "%" || unit === "倍" ? growth(near) : null;
  if (changed !== null) return changed;
  const match = link.exec(near)?.groups;
  if (match === undefined) return null;
  const subject = match["subject"] ?? "";
  const rest = total.exec(subject)?.groups?.["subject"];
  return {
    subject: rest === "" ? "" : subject,
    measure: "level",
    fall: false,
    calibre: "",
    verb: "",
    total: rest === "",
    linked: LINKED.test(match["link"] ?? ""),
    reached: /达|[增升大展长高]至|[增升大展长高加]到/u.test(match["link"] ?? ""),
  };
}

/** 商品销售总额 without 总额, 市场主体总量 without 总量; null when there is nothing to take off. */
export function withoutTotal(subject: string): string | null {
  return total.exec(subject)?.groups?.["subject"] || null;
}

const lastFall = new RegExp(`${anyOf(words.fall)}(?=${manner}*$)`, "u");

/** Where 下降 begins before a figure, so that the printed words show the sign. */
export function fallStart(figure: Figure): number {
  const at = lastFall.exec(figure.lead)?.index;
  return at === undefined ? figure.quantity.start : figure.from + at;
}
