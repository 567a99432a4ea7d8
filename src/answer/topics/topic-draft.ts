import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { documentsNewestFirst } from "#answer/passages/find-candidates.ts";
import { asItem } from "#answer/passages/quote.ts";
import { unitsFor } from "#answer/passages/read-passages.ts";
import { type Half, halfAsked, halfAt, halfOfYears } from "#answer/passages/report-half.ts";
import { type Section, type SourceDocument, sectionAt, sectionsAbove } from "#domain/document.ts";
import { contains, type Span, sliceOf } from "#domain/span.ts";
import type { Block } from "#protocol/chat.ts";
import { newestReports } from "#question/outline.ts";
import { sentences } from "#text/sentences.ts";
import { type Topic, topicAsked } from "./themes.ts";

/** Main points of one report, and of each of several. */
const [MOST, FEWEST, MOST_OF_EACH] = [5, 3, 2];
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
  if (regions.length > MOST_REGIONS || topic.printed === null) return whichRegion(desk, topic);
  return regions.length === 1 ? ofOneRegion(desk, topic) : byRegion(desk, topic, regions);
}

async function ofOneRegion(desk: Desk, topic: Topic): Promise<Draft | null> {
  for (const document of documentsNewestFirst(desk)) {
    const points = await chosenPoints(desk, document, topic);
    if (points.length < (topic.line ? 1 : FEWEST)) continue;
    const told = topic.line ? points.slice(0, 1) : points.slice(0, MOST);
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
    blocks.push(...blocksOf(desk, { document, topic, points: points.slice(0, MOST_OF_EACH) }));
  }
  return telling < 2 ? null : desk.draft("list", blocks);
}

function whichRegion(desk: Desk, topic: Topic): Draft {
  const regions = desk.sources.outline.regions.slice(0, MOST_OF_EACH + 1);
  const name = topic.name === "" ? desk.say("topic.report") : topic.name;
  const asked = regions.map((region) =>
    desk.say(topic.name === "" ? "topic.summary" : "topic.ask", { region: desk.region(region), topic: name }),
  );
  return desk.clarification([{ type: "paragraph", text: desk.say("topic.which", { topic: name }) }], asked);
}

/** The best points of a report, the one the reader is surest of among them; of a whole report one a section. */
async function chosenPoints(desk: Desk, document: SourceDocument, topic: Topic): Promise<Point[]> {
  const units = (await unitsFor(desk, document.region)).filter(({ unit }) => unit.documentId === document.id);
  const read = (span: Span) =>
    units.find(({ unit }) => contains(span, unit) || contains(unit, span))?.probability ?? 0;
  const half = halfAsked(desk.question) ?? halfOfYears(desk.question, document);
  const points = pointsOf(document, {
    printed: topic.printed,
    half: half ?? (topic.printed === null ? "back" : null),
    read,
  });
  if (topic.printed !== null) return points;
  const sections = new Set<string | undefined>();
  return points.filter(({ section }) => !sections.has(section?.id) && sections.add(section?.id));
}

interface Told {
  readonly document: SourceDocument;
  readonly topic: Topic;
  readonly points: readonly Point[];
}

/** The points in the order of the report, under the name of the report. */
function blocksOf(desk: Desk, { document, topic, points }: Told): Block[] {
  const { title, text } = document;
  const items = [...points]
    .sort((a, b) => a.start - b.start)
    .map((span) => {
      const words = asItem(sliceOf(text, span), points.length).replace(/\[\d+\]/g, "");
      return `${words}[${desk.book.cite(document.id, { start: span.start, end: span.end })}]`;
    });
  const lead =
    topic.name === ""
      ? desk.say("topic.whole", { title })
      : desk.say("topic.lead", { title, topic: topic.name });
  if (topic.line) return [{ type: "paragraph", text: `${items.join("")}` }];
  return [
    { type: "paragraph", text: lead },
    { type: "list", ordered: false, items },
  ];
}

/** A sentence of a report that tells something of a topic. */
export interface Point extends Span {
  readonly section: Section | null;
  readonly score: number;
}

const TITLED = 3;
const TITLED_ABOVE = 1.5;
const NAMED = 1.5;
const FIGURE = 0.6;
const FIRST = 0.5;
/** What the reader's probability that a sentence answers adds at most. */
const READ = 3;
const [SHORTEST, LONGEST] = [12, 220];

/** What is looked for in a report. */
export interface Sought {
  /** Null: the report as a whole. */
  readonly printed: RegExp | null;
  /** What was done or what is planned; null where the question does not say. */
  readonly half: Half | null;
  /** The reader's probability that a stretch answers. */
  readonly read: (span: Span) => number;
}

/** The sentences of a report that tell of a topic, the most telling first: of sections so titled, with a figure, first of their section. */
export function pointsOf(document: SourceDocument, sought: Sought): Point[] {
  const seen = new Set<string>();
  return sentences(document.text)
    .flatMap((span) => {
      const point = pointAt(document, span, sought);
      if (point === null) return [];
      const first = point.section !== null && !seen.has(point.section.id);
      if (point.section !== null) seen.add(point.section.id);
      return [{ ...point, score: point.score + (first ? FIRST : 0) }];
    })
    .sort((a, b) => b.score - a.score || a.start - b.start);
}

function pointAt(document: SourceDocument, span: Span, { printed, half, read }: Sought): Point | null {
  const words = sliceOf(document.text, span);
  if (words.length < SHORTEST || words.length > LONGEST || !/[。！；]$/u.test(words)) return null;
  const section = sectionAt(document, span.start);
  if (section !== null && !TELLING.has(section.kind)) return null;
  if (section !== null && span.start < section.heading.end && section.kind === "heading") return null;
  const own = halfAt(document, span.start);
  if (half !== null && own !== null && own !== half) return null;
  const figure = /\d/.test(words) ? FIGURE : 0;
  if (printed === null) return { ...span, section, score: figure + READ * read(span) };
  const titled = section !== null && printed.test(section.title);
  const above = section === null ? [] : sectionsAbove(document, section);
  const said = new Set(words.match(new RegExp(printed.source, "gu"))).size;
  if (!titled && said === 0) return null;
  const score =
    (titled ? TITLED : above.some(({ title }) => printed.test(title)) ? TITLED_ABOVE : 0) +
    NAMED * Math.min(said, 2) +
    figure +
    READ * read(span);
  return { ...span, section, score };
}

const TELLING: ReadonlySet<Section["kind"]> = new Set(["heading", "lead-in", "box"]);
