import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { HEADLINES } from "#answer/figures/overview.ts";
import { documentsNewestFirst } from "#answer/passages/find-candidates.ts";
import { asItem } from "#answer/passages/quote.ts";
import { unitsFor } from "#answer/passages/read-passages.ts";
import { type Half, halfAsked, halfOfYears } from "#answer/passages/report-half.ts";
import type { SourceDocument } from "#domain/document.ts";
import { contains, type Span, sliceOf } from "#domain/span.ts";
import type { Block } from "#protocol/chat.ts";
import { newestReports } from "#question/outline.ts";
import { type Point, pointsOf } from "./points.ts";
import { problemPoints } from "./problem-points.ts";
import { type Topic, topicAsked } from "./themes.ts";

/** Main points of one report, and of each of several. */
const [MOST, FEWEST, MOST_OF_EACH] = [6, 3, 2];
/** What a report counts as lacking is told to its last point (八是…). */
const MOST_LACKING = 12;
/** 地区生产总值, 地区生产总值增速. */
const WHOLE_ECONOMY = "地区生产总值";
/** A question without a region is answered by region up to so many; of more the reader is asked which. */
const MOST_REGIONS = 4;

/**
 * The main points of a theme or of a whole report, each with its source: of the region asked about the newest report that
 * has enough of them, without a region those of each. Null where the question is of no topic, or too little is told.
 */
export async function topicDraft(desk: Desk): Promise<Draft | null> {
  const { question, sources } = desk;
  const topic = topicAsked(question);
  if (topic === null || question.regions.length > MOST_REGIONS) return null;
  if (question.regions.length === 1) return ofOneRegion(desk, topic);
  const regions = question.regions.length > 0 ? question.regions : sources.outline.regions;
  // 总结一下这份报告: which one is left open.
  const oneMeant = topic.aspect === "whole" && !topic.all && regions.length > 1;
  if (regions.length > MOST_REGIONS || (oneMeant && question.regions.length === 0))
    return whichRegion(desk, topic);
  return regions.length === 1 ? ofOneRegion(desk, topic) : byRegion(desk, topic, regions);
}

async function ofOneRegion(desk: Desk, topic: Topic): Promise<Draft | null> {
  for (const document of documentsNewestFirst(desk)) {
    const points = await chosenPoints(desk, document, topic);
    const account = topic.aspect === "problems";
    if (points.length < (topic.line || account ? 1 : FEWEST)) continue;
    const told = points.slice(0, topic.line ? 1 : account ? MOST_LACKING : MOST);
    return desk.draft("list", blocksOf(desk, { document, topic, points: told }));
  }
  return null;
}

/** The newest report of each region, two points each; null unless two regions at least tell of it. */
async function byRegion(desk: Desk, topic: Topic, regions: readonly string[]): Promise<Draft | null> {
  const newest = newestReports(desk.sources.outline);
  const blocks: Block[] = [];
  let telling = 0;
  for (const region of regions) {
    const document = desk.sources.document(newest.get(region)?.id ?? "");
    const points = document === null ? [] : await chosenPoints(desk, document, topic);
    if (document === null || points.length === 0) continue;
    telling += 1;
    const told = points.slice(0, topic.line ? 1 : MOST_OF_EACH);
    blocks.push(...blocksOf(desk, { document, topic, points: told }));
  }
  return telling < 2 ? null : desk.draft("list", blocks);
}

function whichRegion(desk: Desk, topic: Topic): Draft {
  const regions = desk.sources.outline.regions.slice(0, MOST_OF_EACH + 1);
  const whole = topic.aspect === "whole";
  const name = whole ? desk.say("topic.report") : nameOf(desk, topic);
  const asked = regions.map((region) =>
    desk.say(whole ? "topic.summary" : "topic.ask", { region: desk.region(region), topic: name }),
  );
  return desk.clarification([{ type: "paragraph", text: desk.say("topic.which", { topic: name }) }], asked);
}

const nameOf = (desk: Desk, { aspect, name }: Topic): string =>
  aspect === "theme" || aspect === "whole" ? name : desk.say(`topic.${aspect}.name`);

/** The best points of a report; of a theme by its narrowest words that have enough of them. */
async function chosenPoints(desk: Desk, document: SourceDocument, topic: Topic): Promise<readonly Span[]> {
  if (topic.aspect === "problems") return problemPoints(document);
  const half = halfAsked(desk.question) ?? halfOfYears(desk.question, document);
  if (topic.aspect !== "theme") return wholePoints(desk, document, topic.aspect);
  const units = (await unitsFor(desk, document.region)).filter(({ unit }) => unit.documentId === document.id);
  const read = (span: Span) =>
    units.find(({ unit }) => contains(span, unit) || contains(unit, span))?.probability ?? 0;
  for (const printed of topic.printed) {
    const points = pointsOf(document, { printed, half, read, headlines: () => 0 });
    if (points.length > 0) return points;
  }
  return [];
}

/** The headline figures of the year and one sentence a section; of a whole report the aims as well. */
function wholePoints(desk: Desk, document: SourceDocument, aspect: "whole" | "back" | "ahead"): Point[] {
  const rows = desk.sources
    .rows({ documents: [document.id] })
    .filter(({ indicator }) => HEADLINES.has(indicator));
  const of = (half: Half) => {
    // The aims of a coming year and not those of the next five.
    const year = half === "ahead" ? document.planYear : document.reviewYear;
    const told = rows.filter((row) => year === null || row.year === year);
    const headlines = (span: Span) => {
      const names = new Set(told.filter((row) => contains(span, row)).map(({ indicator }) => indicator));
      // What a year is told by before all else.
      return names.size + [...names].filter((name) => name.startsWith(WHOLE_ECONOMY)).length;
    };
    return onceASection(pointsOf(document, { printed: null, half, read: () => 0, headlines }));
  };
  if (aspect !== "whole") return of(aspect);
  const aims = of("ahead").slice(0, 1);
  return [...of("back").slice(0, MOST - aims.length), ...aims];
}

function onceASection(points: readonly Point[]): Point[] {
  const sections = new Set<string | undefined>();
  return points.filter(({ section }) => !sections.has(section?.id) && sections.add(section?.id));
}

interface Told {
  readonly document: SourceDocument;
  readonly topic: Topic;
  readonly points: readonly Span[];
}

/** The points in the order of the report, under the name of the report. */
function blocksOf(desk: Desk, { document, topic, points }: Told): Block[] {
  const items = [...points]
    .sort((a, b) => a.start - b.start)
    .map((span) => {
      const words = asItem(sliceOf(document.text, span), points.length).replace(/\[\d+\]/g, "");
      return `${words}[${desk.book.cite(document.id, { start: span.start, end: span.end })}]`;
    });
  const where = reportNamed(desk, document);
  const { aspect, name } = topic;
  const lead =
    aspect === "theme"
      ? desk.say("topic.lead", { where, topic: name })
      : desk.say(`topic.${aspect}`, { where });
  const paragraph = (text: string): Block => ({ type: "paragraph", text });
  if (topic.line) return [paragraph(`${lead}${items.join("")}`)];
  return [paragraph(lead), { type: "list", ordered: false, items }];
}

/** （2024年1月26日）: when a report was read out is no part of what it is called. */
const READ_OUT = /[（(](?:19|20)\d\d年\d{1,2}月\d{1,2}日[^（()）]{0,20}[)）]$/u;

/** A report by its title, with region and year where the title does not say them: 吉林省2021年《政府工作报告》. */
function reportNamed(desk: Desk, { title: printed, region, years, planYear }: SourceDocument): string {
  const title = printed.replace(READ_OUT, "");
  const year = planYear ?? years.at(-1);
  const says =
    region !== null && title.includes(region.replace(/(?:壮族|回族|维吾尔)?(?:自治区|省|市|区|县)$/u, ""));
  if ((says && /(?:19|20)\d\d/.test(title)) || region === null || year === undefined)
    return desk.say("topic.where", { title });
  return desk.say("topic.dated", { region: desk.region(region), years: String(year), title });
}
