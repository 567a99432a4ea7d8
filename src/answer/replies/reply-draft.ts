import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { romanised } from "#answer/words/romanised.ts";
import type { Block } from "#protocol/chat.ts";
import type { TurnReading } from "#question/conversation/turn.ts";
import { classOf } from "#question/intent/intent.ts";
import type { GateReason, Question } from "#question/question.ts";
import { contactsFor, type Replies, replyTo } from "./reply-words.ts";

/** Regions named one by one; more are counted. */
const MOST_REGIONS = 8;

/**
 * The reply to a turn that asks no report: fixed words for its intent, whom to call, and what is held where that is asked.
 * It cites nothing. After matters for a counter and sensitive ones no question is offered.
 */
export function replyDraft(
  desk: Desk,
  gate: GateReason,
  replies: Replies,
  examples: readonly string[],
): Draft {
  const { intent, language } = desk.question;
  const slots: Record<string, string> = {
    example: examples[0] ?? "",
    contact: replies[language]["contact"] ?? "",
    coverage: coverageOf(desk, replies),
  };
  const text = filled(replyTo(replies, intent, language), slots);
  const blocks: Block[] = [{ type: "paragraph", text }, ...contactsFor(replies, intent, language)];
  switch (classOf(intent)) {
    case "social":
    case "about":
      return desk.draft(gate, blocks, intent === "social.farewell" ? [] : examples);
    case "offtopic":
      return desk.refusal(gate, blocks, examples);
    default:
      return desk.refusal(gate, blocks, []);
  }
}

/** 现收录5份报告，涉及江北区…，年份为2020—2023年. */
function coverageOf({ question, sources: { outline } }: Desk, replies: Replies): string {
  const words = replies[question.language];
  const zh = question.language === "zh";
  const named = outline.regions
    .slice(0, MOST_REGIONS)
    .map((region) => (zh ? region : `${romanised(region)} (${region})`))
    .join(zh ? "、" : ", ");
  const years = [...new Set(outline.documents.flatMap((document) => document.years))].sort((a, b) => a - b);
  const [first = "", last = ""] = [years[0], years.at(-1)].map((year) =>
    year === undefined ? "" : String(year),
  );
  const span = first === last ? first : `${first}—${last}`;
  return filled(words["coverage"] ?? "", {
    count: String(outline.documents.length),
    regions:
      outline.regions.length > MOST_REGIONS
        ? filled(words["coverage.many"] ?? "", { regions: named, places: String(outline.regions.length) })
        : named,
    years: zh ? `${span}年` : span,
  });
}

const filled = (template: string, slots: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (all, name: string) => slots[name] ?? all);

/** Asks the question that some turns of a conversation end with. */
export type Ask = (turns: readonly TurnReading[]) => Promise<{ question: Question; draft: Draft }>;

/**
 * Behind a matter for a counter or a sensitive one, the way back to what was talked of: the last question that stands by
 * itself and is answered, as it was typed. Nothing else is offered there.
 * @param turns the conversation with the turn just replied to
 */
export async function withWayBack(
  draft: Draft,
  { intent }: Question,
  { turns, ask }: { readonly turns: readonly TurnReading[]; readonly ask: Ask },
): Promise<Draft> {
  const kind = classOf(intent);
  if ((kind !== "handover" && kind !== "sensitive") || intent === "handover.emergency") return draft;
  for (let end = turns.length - 1; end > 0; end--) {
    const { question, draft: before } = await ask(turns.slice(0, end));
    if (question.followUp || question.regions.length === 0) continue;
    const back = turns[end - 1]?.asked;
    return before.status === "answered" && back !== undefined ? { ...draft, suggestions: [back] } : draft;
  }
  return draft;
}

/** Where whoever is refused finds a person: every refusal names it, unless the reply names whom to call already. */
export function withHandover(draft: Draft, { language }: Question, replies: Replies): Draft {
  if (draft.status !== "refused" || draft.blocks.some(({ type }) => type === "contact")) return draft;
  return { ...draft, blocks: [...draft.blocks, ...contactsFor(replies, "handover", language)] };
}
