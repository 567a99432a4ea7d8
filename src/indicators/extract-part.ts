import { type Section, type SourceDocument, sectionAt, sectionsAbove } from "#domain/document.ts";
import { looksBackOnly } from "#domain/document-kind.ts";

/** Which part of a report a place stands in: looking back, or looking forward. */
export type ReportPart = "review" | "plan";

const REVIEW =
  /回顾|去年|过去一年|前\d个月|执行情况|完成情况|过去|总结|主要成绩|取得[^，。]{0,6}成(?:就|绩|效)|工作情况|成效|存在的?(?:主要)?(?:困难|问题)|发展成就|落实情况|历史性成就/u;
const PLAN =
  /目标|安排|任务|重点工作|工作重点|总体要求|思路|计划草案|主要工作|打算|建议|展望|规划|今年工作|项目安排|明年|下一步|预期|这样干/u;
/** 计划执行情况 looks back though it says 计划; 2023年计划 looks forward. */
const PLAN_DONE =
  /(?:计划|规划|任务|目标)[^，。]{0,6}(?:执行|完成|落实|实施)情况|(?:计划|规划|任务|目标)[^，。]{0,6}(?:完成|实现|达成)$/u;

function partOfTitle(title: string, document: SourceDocument): ReportPart | null {
  const years = [...title.matchAll(/(?:19|20)\d\d/gu)].map((match) => Number(match[0]));
  if (new Set(years).size > 1) return null;
  if (PLAN_DONE.test(title)) return "review";
  const { reviewYear, planYear } = document;
  const plan = PLAN.test(title);
  const review = REVIEW.test(title);
  if (years.length > 0 && planYear !== null && years[0] === planYear && reviewYear !== planYear)
    return "plan";
  if (years.length > 0 && reviewYear !== null && years[0] === reviewYear) return "review";
  if (plan === review) return null;
  return plan ? "plan" : "review";
}

/** 各位代表！ and spaces before what a chapter opens with. */
const BEFORE_OPENING = /^(?:\s|各位(?:代表|委员)[！!，,：:、]?)+/u;
const LOOKS_BACK = /^(?:回[顾首眸望]|刚刚)*过去的?(?:一年|[三四五]年|(?:19|20)\d\d\s?年)/u;
const SETS_AIMS = /^[^。]{0,40}(?:目标|预期指标)[^，。；\d]{0,6}(?:是|为|：)|^(?:今后|未来)[五三]年/u;
/** 《规划纲要》围绕…，提出了 …: a chapter that presents the plan of the coming years. */
export const PRESENTS_PLAN =
  /^[^。《]{0,40}《(?:规划|计划|发展)?纲要(?:[（(]?草案[）)]?)?》[^。]{0,12}(?:提出|确定|明确|围绕|强调)/u;

/** What the first words of a chapter say of it: 刚刚过去的2010年，…; 主要预期目标是：…; null where they say nothing. */
function partOfOpening({ text, reviewYear }: SourceDocument, { heading, span }: Section): ReportPart | null {
  const opening = text.slice(heading.end, Math.min(span.end, heading.end + 160)).replace(BEFORE_OPENING, "");
  const year = /^(?:19|20)\d\d(?=\s?年[，,，是])/u.exec(opening)?.[0];
  if (LOOKS_BACK.test(opening) || (year !== undefined && Number(year) === reviewYear)) return "review";
  return SETS_AIMS.test(opening) || PRESENTS_PLAN.test(opening) ? "plan" : null;
}

/** What a chapter is: by its title, but the first one that opens with the past looks back, a later one with aims forward. */
function partOfChapter(document: SourceDocument, chapter: Section): ReportPart | null {
  const named = partOfTitle(chapter.title, document);
  if (PLAN_DONE.test(chapter.title)) return named;
  const usual = chapter === firstChapter(document) ? "review" : "plan";
  return partOfOpening(document, chapter) === usual ? usual : named;
}

/** The first heading that is not the report's own title, null for none; looked for once a document. */
function firstChapter(document: SourceDocument): Section | null {
  const known = firsts.get(document);
  if (known !== undefined) return known;
  const first =
    document.sections.find(({ kind, title }) => kind === "heading" && title !== document.title) ?? null;
  firsts.set(document, first);
  return first;
}
const firsts = new WeakMap<SourceDocument, Section | null>();

/** Words that open the part on the coming year in reports whose headings do not. */
function planOpening(document: SourceDocument): number {
  const known = openings.get(document);
  if (known !== undefined) return known;
  const year = document.planYear === null ? "今年" : `(?:今年|${document.planYear}\\s?年)`;
  const opening = new RegExp(
    `${year}[^。\\n]{0,24}(?:预期|奋斗|主要)目标|${year}的?(?:政府|经济)?工作的?(?:总体|指导|基本)(?:要求|思路|部署|思想)|主要预期目标[是为：]`,
    "u",
  );
  const at = opening.exec(document.text)?.index ?? Number.POSITIVE_INFINITY;
  openings.set(document, at);
  return at;
}
const openings = new WeakMap<SourceDocument, number>();

/** The part named by the headings above `offset`: by the innermost with a year, else by the chapter's. */
function partOfHeadings(document: SourceDocument, offset: number): ReportPart | null {
  const innermost = sectionAt(document, offset);
  const around = innermost === null ? [] : sectionsAbove(document, innermost);
  const above = around.filter(({ kind }) => kind === "heading");
  const dated = above.findLast(
    ({ title }) => /(?:19|20)\d\d/u.test(title) && partOfTitle(title, document) !== null,
  );
  const chapter = above.find(({ title }) => title !== document.title);
  if (dated !== undefined && dated !== chapter) return partOfTitle(dated.title, document);
  return chapter === undefined ? null : partOfChapter(document, chapter);
}

/** Where the one 二、 begins after 一、…回顾: that chapter looks back no more, whatever it is called. */
function reviewEnds(document: SourceDocument): number {
  const known = endings.get(document);
  if (known !== undefined) return known;
  const ends = endOfReview(document);
  endings.set(document, ends);
  return ends;
}
const endings = new WeakMap<SourceDocument, number>();

function endOfReview(document: SourceDocument): number {
  const chapters = document.sections.filter(({ kind, level }) => kind === "heading" && level === 1);
  const at = chapters.findIndex(({ title }) => /^(?:一、|第一部分)/u.test(title) && /回顾|总结/u.test(title));
  const next = at < 0 ? undefined : chapters[at + 1];
  const seconds = chapters.slice(at).filter(({ title }) => /^(?:二、|第二部分)/u.test(title));
  if (next === undefined || next !== seconds[0] || seconds.length > 1) return Number.POSITIVE_INFINITY;
  return next.span.start;
}

/** Where the first chapter on the coming year begins, else the words that open that part; looked for once a document. */
function planBegins(document: SourceDocument): number {
  const known = beginnings.get(document);
  if (known !== undefined) return known;
  const plan = document.sections.find(
    (section) =>
      section.kind === "heading" && section.parent === null && partOfChapter(document, section) === "plan",
  );
  const begins = plan?.span.start ?? planOpening(document);
  beginnings.set(document, begins);
  return begins;
}
const beginnings = new WeakMap<SourceDocument, number>();

/**
 * The part of the report at `offset`, told by the headings above it. A chapter that says nothing looks back before
 * the plan begins and goes on with the plan after it; a chapter on the past ends where the text itself sets the
 * coming year's aims. Null where nothing tells.
 */
export function partAt(document: SourceDocument, offset: number): ReportPart | null {
  if (looksBackOnly(document.kind)) return "review";
  const named = partOfHeadings(document, offset);
  if (named === "plan" || document.kind === "news" || document.kind === "five-year-plan") return named;
  const begins = planBegins(document);
  if (begins <= offset) return "plan";
  if (named === null && offset >= reviewEnds(document)) return null;
  return begins === Number.POSITIVE_INFINITY ? named : "review";
}
