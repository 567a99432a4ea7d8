import type { Block } from "#protocol/chat.ts";
import { CitationBook } from "./citation-book.ts";
import type { Draft } from "./draft.ts";
import { renumbered } from "./renumbered.ts";
import type { Sources } from "./sources.ts";

interface Joining {
  /** What each draft is about, said before one that prints no row; one for each draft, or none. */
  readonly names: readonly string[];
  readonly sources: Sources;
}

/** Drafts one under another as one, with the citations of all of them numbered through. Null for none. */
export function joinedDrafts(drafts: readonly Draft[], { names, sources }: Joining): Draft | null {
  const [first] = drafts;
  if (first === undefined) return null;
  const book = new CitationBook(sources);
  const all = drafts.flatMap((draft, at) => {
    const marks = new Map(
      draft.book.citations.map((citation) => [
        String(citation.marker),
        String(book.cite(citation.documentId, citation)),
      ]),
    );
    const [name] = draft.used.length > 0 ? [] : names.slice(at);
    const lead = name === undefined ? "" : `${name}：`;
    return draft.blocks.map((block, i) => renumbered(block, marks, i === 0 ? lead : ""));
  });
  // The reports say (in Chinese), and a sentence that answers two of them: once for all.
  const blocks = all.filter((block, at) => all.findIndex((same) => isSame(same, block)) === at);
  const used = drafts.flatMap((draft) =>
    draft.used.map(({ row }) => ({ row, marker: book.cite(row.documentId, row.context) })),
  );
  const suggestions = [...new Set(drafts.flatMap((draft) => draft.suggestions))].slice(
    0,
    first.suggestions.length,
  );
  return { ...first, blocks, book, used, computed: drafts.flatMap(({ computed }) => computed), suggestions };
}

const isSame = (one: Block, other: Block): boolean =>
  one === other || (one.type === "paragraph" && other.type === "paragraph" && one.text === other.text);
