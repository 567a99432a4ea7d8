import type { Block } from "#protocol/chat.ts";
import type { Desk } from "./desk.ts";
import type { Draft, Ending } from "./draft.ts";
import { halfAsked, halfAt } from "./passages/report-half.ts";

/** Answers in a report's own words, which in its plans are often those of a result (优化养老服务供给). */
const IN_ITS_WORDS: ReadonlySet<Ending> = new Set(["passage", "list"]);

/** Whoever did not ask for plans is told where every word of the answer stands among a report's plans. */
export function sayingPlanned(desk: Desk, draft: Draft): Draft {
  if (draft.status !== "answered" || !IN_ITS_WORDS.has(draft.reason) || draft.used.length > 0) return draft;
  const { citations } = draft.book;
  if (citations.length === 0 || halfAsked(desk.question) === "ahead") return draft;
  const planned = citations.every(({ documentId, start }) => {
    const document = desk.sources.document(documentId);
    return document !== null && halfAt(document, start) === "ahead";
  });
  return planned ? { ...draft, blocks: endedBy(desk.say("planned"), draft.blocks) } : draft;
}

function endedBy(note: string, blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  if (last?.type !== "paragraph") return [...blocks, { type: "paragraph", text: note }];
  return [...blocks.slice(0, -1), { ...last, text: `${last.text}${note}` }];
}
