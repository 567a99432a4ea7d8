import { type Half, halfAt } from "#answer/passages/report-half.ts";
import type { Section, SourceDocument } from "#domain/document.ts";
import { sectionAt, sectionsAbove } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";
import { sliceOf } from "#domain/span.ts";
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
