import { type Half, halfAt } from "#answer/passages/report-half.ts";
import { type Section, type SourceDocument, sectionAt, sectionsAbove } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { sentences } from "#text/sentences.ts";

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
/** What each headline figure adds, so that a sentence with several stands before any other; more count no more. */
const HEADLINE = 1.5;
const MOST_HEADLINES = 6;
const [SHORTEST, LONGEST, LONGEST_OF_FIGURES] = [12, 220, 500];
/** So many headline figures make a sentence the account of a year. */
const ACCOUNT = 3;

/** What is looked for in a report. */
export interface Sought {
  /** The words of a theme in headings and sentences; null where the report is asked about as a whole. */
  readonly printed: RegExp | null;
  /** What was done or what is planned; null where the question does not say. */
  readonly half: Half | null;
  /** The reader's probability that a stretch answers. */
  readonly read: (span: Span) => number;
  /** How many headline figures a stretch prints. */
  readonly headlines: (span: Span) => number;
}

/**
 * The sentences of a report that tell of a theme, the most telling first: of sections so titled, with a figure, first of
 * their section. Of a report as a whole those with most headline figures.
 */
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

function pointAt(document: SourceDocument, span: Span, sought: Sought): Point | null {
  const words = sliceOf(document.text, span);
  if (words.length < SHORTEST || !/[。！；]$/u.test(words)) return null;
  const headlines = Math.min(sought.headlines(span), MOST_HEADLINES);
  if (words.length > (headlines >= ACCOUNT ? LONGEST_OF_FIGURES : LONGEST)) return null;
  const section = sectionAt(document, span.start);
  if (section !== null && !TELLING.has(section.kind)) return null;
  if (section !== null && span.start < section.heading.end && section.kind === "heading") return null;
  const own = halfAt(document, span.start);
  if (sought.half !== null && own !== null && own !== sought.half) return null;
  const figure = /\d/.test(words) ? FIGURE : 0;
  if (sought.printed === null) return { ...span, section, score: 2 * figure + HEADLINE * headlines };
  const themed = onTheme(document, { words, section, printed: sought.printed });
  return themed === 0 ? null : { ...span, section, score: themed + figure + READ * sought.read(span) };
}

interface Themed {
  readonly words: string;
  readonly section: Section | null;
  readonly printed: RegExp;
}

/** How much a sentence is of a theme: by its own words, the heading it stands under, and those above; 0 for not at all. */
function onTheme(document: SourceDocument, { words, section, printed }: Themed): number {
  const titled = section !== null && printed.test(section.title);
  const said = new Set(words.match(new RegExp(printed.source, "gu"))).size;
  if (!titled && said === 0) return 0;
  const above = section === null ? [] : sectionsAbove(document, section);
  const under = above.some(({ title }) => printed.test(title)) ? TITLED_ABOVE : 0;
  return (titled ? TITLED : under) + NAMED * Math.min(said, 2);
}

const TELLING: ReadonlySet<Section["kind"]> = new Set(["heading", "lead-in", "box"]);
