export const DOCUMENT_KINDS = [
  "plan-report",
  "work-report",
  "communique",
  "five-year-plan",
  "budget",
  "final-accounts",
  "debt",
  "yearbook",
  "monthly",
  "disclosure",
  "news",
  "other",
] as const;

/** What sort of paper a document is; the values go over the wire and into metadata files and stay as they are. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** How a reader is told of each kind. */
export const DOCUMENT_KIND_LABELS: Readonly<
  Record<DocumentKind, { readonly zh: string; readonly en: string }>
> = {
  "plan-report": { zh: "计划报告", en: "plan report" },
  "work-report": { zh: "政府工作报告", en: "government work report" },
  communique: { zh: "统计公报", en: "statistical communiqué" },
  "five-year-plan": { zh: "五年规划", en: "five-year plan" },
  budget: { zh: "预算", en: "budget" },
  "final-accounts": { zh: "决算", en: "final accounts" },
  debt: { zh: "政府债务", en: "government debt" },
  yearbook: { zh: "统计年鉴", en: "statistical yearbook" },
  monthly: { zh: "经济运行数据", en: "figures on the running economy" },
  disclosure: { zh: "政府信息公开年度报告", en: "disclosure report" },
  news: { zh: "新闻", en: "news" },
  other: { zh: "其他", en: "other" },
};

/** Kinds that tell what was and plan nothing: 统计公报, 决算. */
const OF_THE_PAST: ReadonlySet<DocumentKind> = new Set([
  "communique",
  "final-accounts",
  "debt",
  "yearbook",
  "monthly",
  "disclosure",
]);

/** True for a kind of paper that looks back only, so that its figures are results. */
export const looksBackOnly = (kind: DocumentKind): boolean => OF_THE_PAST.has(kind);

/** Kinds that set aims and tell what became of them, in the words of a plan. */
const OF_PLANS: ReadonlySet<DocumentKind> = new Set(["plan-report", "work-report", "five-year-plan", "news"]);

export const isPlan = (kind: DocumentKind): boolean => OF_PLANS.has(kind);
