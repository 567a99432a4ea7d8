import type { Block } from "#protocol/chat.ts";

/** A block of another answer with its markers as they are here (`marks`: theirs to ours), and words before it. */
export function renumbered(block: Block, marks: ReadonlyMap<string, string>, lead: string): Block {
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
