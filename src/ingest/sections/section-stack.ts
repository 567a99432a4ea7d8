import type { Section, SectionKind } from "#domain/document.ts";
import type { Span } from "#domain/span.ts";

/** The title and where its words stand; `from` is the start of its line when that is further left. */
export interface Heading extends Span {
  readonly title: string;
  readonly from?: number;
}

interface OpenSection {
  readonly index: number;
  readonly rank: number;
  readonly reach: "open" | "paragraph";
}

interface Draft {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: SectionKind;
  readonly level: number;
  readonly title: string;
  readonly heading: Span;
  /** Where the section's first line starts: a number may stand before the heading's own words. */
  readonly start: number;
  end: number;
}

/** Sections as they open and close while the text is written. */
export class SectionStack {
  readonly #drafts: Draft[] = [];
  readonly #open: OpenSection[] = [];

  /** Opens a section and closes those of its rank or below; returns its id. */
  open(kind: SectionKind, rank: number, reach: "open" | "paragraph", heading: Heading): string {
    this.closeFrom(rank);
    const parent = this.#open.at(-1);
    const draft: Draft = {
      id: `s${this.#drafts.length + 1}`,
      parent: parent === undefined ? null : (this.#drafts[parent.index]?.id ?? null),
      kind,
      level: this.#open.length + 1,
      title: heading.title,
      heading: { start: heading.start, end: heading.end },
      start: heading.from ?? heading.start,
      end: heading.end,
    };
    this.#open.push({ index: this.#drafts.length, rank, reach });
    this.#drafts.push(draft);
    return draft.id;
  }

  /** Every open section reaches at least to `end`. */
  extendTo(end: number): void {
    for (const { index } of this.#open) {
      const draft = this.#drafts[index];
      if (draft !== undefined) draft.end = Math.max(draft.end, end);
    }
  }

  /** Ends sections of `rank` or below at `end`, where the next one opens inside the same paragraph. */
  trim(rank: number, end: number): void {
    for (const open of this.#open) {
      const draft = this.#drafts[open.index];
      if (open.rank >= rank && draft !== undefined) draft.end = Math.min(draft.end, end);
    }
  }

  closeFrom(rank: number): void {
    while ((this.#open.at(-1)?.rank ?? -1) >= rank) this.#open.pop();
  }

  closeParagraphs(): void {
    while (this.#open.at(-1)?.reach === "paragraph") this.#open.pop();
  }

  kindOfInnermost(): SectionKind | null {
    return this.#drafts[this.#open.at(-1)?.index ?? -1]?.kind ?? null;
  }

  /** True when a section of this kind is open, however deep. */
  isInside(kind: SectionKind): boolean {
    return this.#open.some(({ index }) => this.#drafts[index]?.kind === kind);
  }

  sections(): Section[] {
    return this.#drafts.map(({ start, end, ...section }) => ({
      ...section,
      span: { start, end },
    }));
  }
}
