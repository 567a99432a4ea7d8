import { type SourceDocument, sectionAt, sectionPath } from "#domain/document.ts";

/** Which part of a report a place stands in: looking back, or looking forward. */
export type ReportPart = "review" | "plan";

const REVIEW =
  /回顾|执行情况|完成情况|过去|总结|主要成绩|取得的成(?:就|绩|效)|工作情况|成效|存在的?(?:主要)?(?:困难|问题)|发展成就|落实情况|历史性成就/u;
const PLAN =
  /目标|安排|任务|重点工作|工作重点|总体要求|思路|部署|计划草案|主要工作|打算|建议|展望|规划|今年工作|项目安排|明年|下一步|预期|这样干|要求/u;
/** 计划执行情况 looks back though it says 计划; 2023年计划 looks forward. */
const PLAN_DONE = /(?:计划|规划|任务|目标)[^，。]{0,6}(?:执行|完成|落实|实施)情况/u;

function partOfTitle(title: string, document: SourceDocument): ReportPart | null {
  const years = [...title.matchAll(/(?:19|20)\d\d/gu)].map((match) => Number(match[0]));
  if (new Set(years).size > 1) return null;
  if (PLAN_DONE.test(title)) return "review";
  const { reviewYear, planYear } = document;
  const plan = PLAN.test(title);
  const review = REVIEW.test(title);
  if (years.length === 1 && planYear !== null && years[0] === planYear && reviewYear !== planYear)
    return "plan";
  if (years.length === 1 && reviewYear !== null && years[0] === reviewYear && !plan) return "review";
  if (plan === review) return null;
  return plan ? "plan" : "review";
}

/**
 * The part of the report at `offset`, told by the headings above it, outermost first. A chapter that says nothing
 * (三、加强政府自身建设) goes on with the part before it once the plan has begun. Null where nothing tells.
 */
export function partAt(document: SourceDocument, offset: number): ReportPart | null {
  for (const title of sectionPath(document, sectionAt(document, offset)?.id ?? null)) {
    const part = partOfTitle(title, document);
    if (part !== null) return part;
  }
  const chapters = document.sections.filter((section) => section.kind === "heading" && section.parent === null);
  const before = chapters.filter((section) => section.span.start <= offset);
  return before.some((section) => partOfTitle(section.title, document) === "plan") ? "plan" : null;
}
