import type { Desk } from "./desk.ts";
import type { Draft } from "./draft.ts";

/** The draft under a sentence of what follows from it, with what the desk computed for that sentence. */
export function withConclusion(desk: Desk, draft: Draft, text: string): Draft {
  const { computed } = desk.draft(draft.reason, []);
  return {
    ...draft,
    blocks: [{ type: "paragraph", text }, ...draft.blocks],
    computed: [...draft.computed, ...computed],
  };
}
