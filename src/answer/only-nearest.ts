import type { Block } from "#protocol/chat.ts";
import type { Desk } from "./desk.ts";
import type { Draft } from "./draft.ts";
import { textsOf } from "./verify.ts";

/** The draft as a refusal: what no report says (`unsaid`), and its own first words as the nearest thing that is held. */
export function onlyNearest(desk: Desk, draft: Draft, unsaid: string): Draft {
  const [nearest = ""] = draft.blocks.flatMap(textsOf);
  const blocks = [unsaid, desk.say("nearest", { nearest })].map(
    (text): Block => ({ type: "paragraph", text }),
  );
  return { ...draft, status: "refused", reason: "not_in_corpus", blocks };
}
