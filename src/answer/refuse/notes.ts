import type { Desk } from "#answer/desk.ts";
import type { Draft, Ending } from "#answer/draft.ts";
import { halfAsked, halfAt } from "#answer/passages/report-half.ts";
import { textsOf } from "#answer/verify.ts";
import type { Block } from "#protocol/chat.ts";
import { shortName } from "#text/places/place-names.ts";

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

/** Answers in a report's own words, which seldom name the region; a definition holds everywhere. */
const MAY_LEAVE_REGION_UNSAID: ReadonlySet<Ending> = new Set(["passage", "list", "reason"]);

/** Whoever named no region is told whose report speaks, where the words of the answer do not say so. */
export function sayingWhose(desk: Desk, draft: Draft): Draft {
  const { question, sources } = desk;
  const held = sources.outline.regions.length;
  if (draft.status !== "answered" || !MAY_LEAVE_REGION_UNSAID.has(draft.reason)) return draft;
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

/** The draft, and that only a part of a long text was read for it: nothing is left out in silence. */
export const sayingPartRead = (desk: Desk, draft: Draft): Draft => ({
  ...draft,
  blocks: [...draft.blocks, { type: "paragraph", text: desk.say("note.partRead") }],
});
