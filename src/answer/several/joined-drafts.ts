import { CitationBook } from "#answer/citation-book.ts";
import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { Sources } from "#answer/sources.ts";
import { textsOf } from "#answer/verify.ts";
import type { Block } from "#protocol/chat.ts";

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
    const lead = name === undefined || name === "" ? "" : `${name}：`;
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

/** A block of another answer with its markers as they are here (`marks`: theirs to ours), and words before it. */
function renumbered(block: Block, marks: ReadonlyMap<string, string>, lead: string): Block {
  const marked = (text: string) =>
    text.replace(/\[(\d+)\]/g, (all, marker: string) => `[${marks.get(marker) ?? all}]`);
  switch (block.type) {
    case "paragraph":
      return { ...block, text: lead + marked(block.text) };
    case "list":
      return { ...block, items: block.items.map((item, at) => (at === 0 ? lead : "") + marked(item)) };
    case "table":
      return { ...block, rows: block.rows.map((row) => row.map(marked)) };
    case "contact":
    case "chart":
      return block;
  }
}

/** The draft under a sentence of what follows from it, with what the desk computed for that sentence. */
export function withConclusion(desk: Desk, draft: Draft, text: string): Draft {
  const { computed } = desk.draft(draft.reason, []);
  return {
    ...draft,
    blocks: [{ type: "paragraph", text }, ...draft.blocks],
    computed: [...draft.computed, ...computed],
  };
}

/** The draft as a refusal: what no report says (`unsaid`), and its own first words as the nearest thing that is held. */
export function onlyNearest(desk: Desk, draft: Draft, unsaid: string): Draft {
  const [nearest = ""] = draft.blocks.flatMap(textsOf);
  const blocks = [unsaid, desk.say("nearest", { nearest })].map(
    (text): Block => ({ type: "paragraph", text }),
  );
  return { ...draft, status: "refused", reason: "not_in_corpus", blocks };
}
