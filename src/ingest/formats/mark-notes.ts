import type { FileBlock } from "./file-reading.ts";

const NOTE = /^(?:注|备注|说明|附注|资料来源|数据来源|来源)\s*\d*\s*[:：.．、]/u;

/** A line that begins as a note (注：…, 资料来源：…) right under a table is a note; so are those that follow it there. */
export function markNotes(blocks: readonly FileBlock[]): FileBlock[] {
  let underTable = false;
  return blocks.map((block) => {
    if (block.kind === "table") underTable = true;
    else if (!(underTable && block.kind === "paragraph" && NOTE.test(block.text))) underTable = false;
    else return { ...block, kind: "note" };
    return block;
  });
}
