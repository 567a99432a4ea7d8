import type { Desk } from "./desk.ts";
import type { Draft } from "./draft.ts";
import { textsOf } from "./verify.ts";

/** With one of two regions held, only these words tell that two are set side by side. */
const SETS_SIDE_BY_SIDE = /谁|哪|比|差|各|分别|\b(?:which|than|each|both)\b/u;

/** 江北区和渝中区GDP谁高, where no report of 渝中区 is held: the side that is told is not all that was asked, and that is said. */
export function withSideNotHeld(desk: Desk, draft: Draft): Draft {
  const { otherRegions, regions, asked } = desk.question;
  if (draft.status !== "answered" || draft.used.length === 0 || regions.length === 0) return draft;
  if (!SETS_SIDE_BY_SIDE.test(asked)) return draft;
  const said = draft.blocks.flatMap(textsOf).join("\n");
  const missing = otherRegions.filter(
    (name) => !desk.sources.outline.parents.includes(name) && !said.includes(name),
  );
  if (missing.length === 0) return draft;
  const text = desk.say("side.not_held", { region: missing.map((name) => desk.region(name)).join("、") });
  return { ...draft, blocks: [...draft.blocks, { type: "paragraph", text }] };
}
