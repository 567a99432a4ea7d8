import type { Block } from "#protocol/chat.ts";
import { shortName } from "#text/places/place-names.ts";
import type { Desk } from "./desk.ts";
import type { Draft, Ending } from "./draft.ts";
import { textsOf } from "./verify.ts";

/** Answers in a report's own words, which seldom name the region; a definition holds everywhere. */
const IN_ITS_WORDS: ReadonlySet<Ending> = new Set(["passage", "list", "reason"]);

/** Whoever named no region is told whose report speaks, where the words of the answer do not say so. */
export function sayingWhose(desk: Desk, draft: Draft): Draft {
  const { question, sources } = desk;
  const held = sources.outline.regions.length;
  if (draft.status !== "answered" || !IN_ITS_WORDS.has(draft.reason)) return draft;
  if (question.regions.length > 0 || held < 2) return draft;
  const cited = draft.book.citations.map(({ documentId }) => sources.document(documentId)?.region ?? null);
  const [region, another] = new Set(cited);
  if (region === undefined || region === null || another !== undefined) return draft;
  const said = [desk.region(region), shortName(region)];
  const texts = draft.blocks.flatMap(textsOf);
  if (texts.some((text) => said.some((name) => text.includes(name)))) return draft;
  const lead = desk.say("whose", { where: desk.region(region) });
  const opening = draft.blocks.findIndex(
    (block) => block.type === "paragraph" && block.text === desk.say("passage.lead"),
  );
  const opened = draft.blocks.slice(0, opening + 1);
  return { ...draft, blocks: [...opened, ...ledBy(lead, draft.blocks.slice(opening + 1))] };
}

function ledBy(lead: string, [first, ...rest]: readonly Block[]): readonly Block[] {
  if (first === undefined) return [];
  if (first.type === "paragraph") return [{ ...first, text: `${lead}${first.text}` }, ...rest];
  return [{ type: "paragraph", text: lead }, first, ...rest];
}
