import type { Block } from "#protocol/chat.ts";

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** Blocks as Markdown. A chart repeats a table's figures, so it adds no text. */
export function renderMarkdown(blocks: readonly Block[]): string {
  return blocks.map(renderBlock).filter(Boolean).join("\n\n");
}

function renderBlock(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return block.text;
    case "list":
      return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : "-"} ${item}`).join("\n");
    case "table":
      return [block.columns, block.columns.map(() => "---"), ...block.rows]
        .map((row) => `| ${row.map(cell).join(" | ")} |`)
        .join("\n");
    case "contact":
      return block.phones.map(({ label, phone }) => `- [${label}](tel:${phone})`).join("\n");
    case "chart":
      return "";
  }
}
