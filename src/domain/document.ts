import type { DocumentKind } from "./document-kind.ts";
import type { FileFormat } from "./file-format.ts";
import { lastBeginningBy, type Span } from "./span.ts";

/** What is known of a report besides its text, from the metadata file or inferred from the text. */
export interface DocumentMetadata {
  /** Stable, safe in a URL. */
  readonly id: string;
  readonly title: string;
  /** The region the report speaks for, as users would name it (江北区, 四川省, 全国); null when it cannot be told. */
  readonly region: string | null;
  /** The regions above it, outermost first (四川省, 成都市); absent where they are not known. */
  readonly parents?: readonly string[];
  /** Every calendar year the report covers, ascending. */
  readonly years: readonly number[];
  /** The year looked back on: prose without a year of its own in that part means this year. */
  readonly reviewYear: number | null;
  /** The year looked forward to: aims without a year of their own mean this year. */
  readonly planYear: number | null;
  readonly kind: DocumentKind;
  readonly issuer: string | null;
  /** ISO date, when known. */
  readonly published: string | null;
  /** File name under `corpus/`. */
  readonly file: string;
  /** The name the file had where it came from; equals `file` when unknown. */
  readonly sourceName: string;
  /** Where the issuer published it; absent where that is not known. */
  readonly url?: string;
}

/** What the text was read from. */
export interface Original {
  readonly format: FileFormat;
  /** Number of pages, where the format has them. */
  readonly pages: number | null;
}

/** Where a stretch of the text stands in the original: on a page, or in a sheet and its row. */
export interface Place extends Span {
  readonly page: number | null;
  readonly sheet: string | null;
  /** Number of the row in its sheet, from 1. */
  readonly row: number | null;
}

/** A report: one normalised text, and everything else as spans in it. */
export interface SourceDocument extends DocumentMetadata {
  readonly original: Original;
  /** SHA-256 of the file's bytes, hex. */
  readonly digest: string;
  readonly text: string;
  /** In reading order; a parent stands before its children. */
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  /** Ascending, without overlap; empty for a text, which has no places of its own. */
  readonly places: readonly Place[];
}

/**
 * - `heading`: 第一部分, 一、, （一）, 1., Markdown #
 * - `lead-in`: a bold or short opening sentence that names the paragraph (惠企政策直达快享。)
 * - `box`: 专栏
 * - `glossary`: 名词解释, with one `definition` a term
 * - `table`: 表N with its caption
 * - `note`: 注：… under a table
 */
export type SectionKind = "heading" | "lead-in" | "box" | "glossary" | "definition" | "table" | "note";

export interface Section {
  /** Unique in its document, stable for the same text: `s1`, `s2`, … */
  readonly id: string;
  readonly parent: string | null;
  readonly kind: SectionKind;
  /** 1 is outermost. */
  readonly level: number;
  /** The heading as printed, without Markdown marks. */
  readonly title: string;
  /** The heading's own words. */
  readonly heading: Span;
  /** Heading, body and all children. */
  readonly span: Span;
}

export interface Table {
  /** Unique in its document: `t1`, `t2`, … */
  readonly id: string;
  /** `表1：…` as printed, or null. */
  readonly caption: string | null;
  /** The `table` section that holds it. */
  readonly section: string | null;
  /** Caption, header, rows and notes. */
  readonly span: Span;
  readonly columns: readonly TableColumn[];
  /** For each column its number in the sheet it comes from, from 1; left out where the original has no sheets. */
  readonly sheetColumns?: readonly (number | null)[];
  /** The header rows as they stand in the text. */
  readonly header: Span | null;
  readonly rows: readonly TableRow[];
  /** 注 under the table, each a span. */
  readonly notes: readonly Span[];
  /** A unit printed for the whole table (单位：万元), or null. */
  readonly unit: string | null;
}

export interface TableColumn {
  /** All header levels from outermost to innermost, e.g. `["2020年", "年初目标"]`. */
  readonly levels: readonly string[];
  /** The levels joined by one space. */
  readonly title: string;
}

export interface TableRow {
  /** From the first cell to the last, as one line of the text; citable. */
  readonly span: Span;
  /** One for each column; a missing cell is empty and has a zero-width span. */
  readonly cells: readonly TableCell[];
  /** Index of the row this one is part of (其中, #), or null. */
  readonly parent: number | null;
  /** Steps that its name is set in by in the original; left out where it is not, or where that is not known. */
  readonly indent?: number;
}

export interface TableCell extends Span {
  readonly text: string;
}

/** The titles from the outermost section down to `id`. */
export function sectionPath(document: SourceDocument, id: string | null): string[] {
  const section = id === null ? undefined : sectionsById(document).get(id);
  return section === undefined ? [] : sectionsAbove(document, section).map(({ title }) => title);
}

/** The innermost section that covers `offset`, or null before the first heading. */
export function sectionAt(document: SourceDocument, offset: number): Section | null {
  const last = lastBeginningBy(document.sections, ({ span }) => span.start, offset);
  if (last === null) return null;
  return sectionsAbove(document, last).findLast(({ span }) => offset < span.end) ?? null;
}

/** A section under those that hold it, the outermost first. */
export function sectionsAbove(document: SourceDocument, section: Section): Section[] {
  const byId = sectionsById(document);
  const found: Section[] = [];
  for (let at: Section | undefined = section; at !== undefined; ) {
    found.unshift(at);
    at = at.parent === null ? undefined : byId.get(at.parent);
  }
  return found;
}

/** Made once for a document: a report may have 20,000 headings, and each figure asks what stands above it. */
function sectionsById({ sections }: SourceDocument): ReadonlyMap<string, Section> {
  const known = indexed.get(sections);
  if (known !== undefined) return known;
  const byId = new Map(sections.map((section) => [section.id, section]));
  indexed.set(sections, byId);
  return byId;
}
const indexed = new WeakMap<readonly Section[], ReadonlyMap<string, Section>>();
