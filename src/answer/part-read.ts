import type { Desk } from "./desk.ts";
import type { Draft } from "./draft.ts";

/** The draft, and that only a part of a long text was read for it: nothing is left out in silence. */
export const sayingPartRead = (desk: Desk, draft: Draft): Draft => ({
  ...draft,
  blocks: [...draft.blocks, { type: "paragraph", text: desk.say("note.partRead") }],
});
