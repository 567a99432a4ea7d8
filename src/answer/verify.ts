import { periodWords } from "#domain/period.ts";
import type { Block, Citation } from "#protocol/chat.ts";
import { numeralsIn } from "#text/quantity/numerals-in.ts";
import type { Draft } from "./draft.ts";

/** A figure or marker of an answer that nothing supports. */
export interface Unsupported {
  readonly kind: "figure" | "marker";
  readonly text: string;
}

/** The part of a draft that is checked: what is said, and what it leans on. */
export interface Answerable extends Pick<Draft, "blocks" | "used" | "computed"> {
  readonly book: { readonly citations: readonly Citation[] };
}

const MARKER = /\[(\d+)\]/g;

/** Every piece of text a reader sees in a block. */
export function textsOf(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
      return [block.text];
    case "list":
      return [...block.items];
    case "table":
      return [...block.columns, ...block.rows.flat()];
    case "contact":
      return [];
    case "chart":
      return [block.title];
  }
}

/**
 * The check no answer skips: every figure stands in a cited quote (or in its title and section, which carry the
 * year), in the question itself, in the counts of a list, or in a stated computation; every marker exists.
 */
export function unsupportedIn(draft: Answerable, allowed: readonly string[]): Unsupported[] {
  const { citations } = draft.book;
  const supported = new Set<string>();
  const sources = [
    ...citations.flatMap(({ quote, title, section }) => [quote, title, ...section]),
    ...draft.computed,
    ...allowed,
    ...draft.used.flatMap(({ row }) => [String(row.year), periodWords(row.period), row.name, row.indicator]),
  ];
  for (const source of sources) for (const figure of numeralsIn(source)) supported.add(figure);
  const markers = new Set(citations.map(({ marker }) => String(marker)));
  const numbers = new Set([...supported].map(Number));
  const points = draft.blocks.flatMap((block) => (block.type === "chart" ? block.points : []));
  // A point is a number, not a printed figure: 6.0 is 6 there.
  const strays = points.map(({ value }) => Math.abs(value)).filter((value) => !numbers.has(value));
  const inCharts = strays.map((value): Unsupported => ({ kind: "figure", text: String(value) }));
  const inTexts = draft.blocks.flatMap(textsOf).flatMap((text) => {
    const found: Unsupported[] = [];
    for (const [, marker] of text.matchAll(MARKER)) {
      if (marker !== undefined && !markers.has(marker)) found.push({ kind: "marker", text: marker });
    }
    for (const figure of numeralsIn(text.replace(MARKER, " "))) {
      if (!supported.has(figure)) found.push({ kind: "figure", text: figure });
    }
    return found;
  });
  return [...inTexts, ...inCharts];
}
