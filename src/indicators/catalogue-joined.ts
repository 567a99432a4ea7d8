import { nameKey } from "./catalogue-key.ts";
import type { IndicatorMention } from "./catalogue-mentions.ts";
import { phrases } from "./catalogue-phrases.ts";

const BEFORE = /([\p{Script=Han}a-z]{2,6})(?:以及|还有|和|与|跟|及|、)的?$/u;
const AFTER =
  /^(?:的|大概|大约|差不多|约)*(?:是|比|和|与|跟|及|、)(?!多少|几|哪|什么|啥)([\p{Script=Han}a-z]{2,6})/u;
const SHORTEST = 2;

/**
 * 城镇 in 城镇和农村居民收入, 农村 in 城镇居民收入是农村的几倍: words joined to a name share its end where the catalogue
 * knows the whole. `mentions` are those of `text`, from left to right.
 */
export function withJoined(text: string, mentions: readonly IndicatorMention[]): IndicatorMention[] {
  return mentions.flatMap((mention, at) => {
    const from = mentions[at - 1]?.end ?? 0;
    const before = joined(BEFORE.exec(text.slice(from, mention.start)), { mention, from, side: "before" });
    const after = text.slice(mention.end, mentions[at + 1]?.start);
    const next = joined(AFTER.exec(after), { mention, from: mention.end, side: "after" });
    return [before, mention, next].filter((each) => each !== null);
  });
}

interface Joint {
  readonly mention: IndicatorMention;
  /** Where the text that was matched begins. */
  readonly from: number;
  readonly side: "before" | "after";
}

function joined(found: RegExpExecArray | null, { mention, from, side }: Joint): IndicatorMention | null {
  const words = found?.[1] ?? "";
  for (let length = words.length; length >= SHORTEST; length--) {
    const head = side === "before" ? words.slice(-length) : words.slice(0, length);
    const concept = wholeOf(head, mention);
    if (found === null || concept === null) continue;
    const start = from + startOf(found, side === "before" ? words.length - length : 0);
    return { ...mention, start, end: start + length, phrase: head, concepts: [concept], together: false };
  }
  return null;
}

/** Where the captured words begin, `ahead` characters into them. */
const startOf = (found: RegExpExecArray, ahead: number): number =>
  found.index + found[0].indexOf(found[1] ?? "") + ahead;

/** The concept whose name begins with `head` and goes on as the mention does; its growth words are left out. */
function wholeOf(head: string, { phrase, concepts }: IndicatorMention): string | null {
  const key = nameKey(phrase);
  for (let cut = 1; cut < key.length - 1; cut++) {
    for (let end = key.length; end > cut + 1; end--) {
      const [id, another] = phrases.get(nameKey(head) + key.slice(cut, end))?.concepts ?? [];
      if (id !== undefined && another === undefined && !concepts.includes(id)) return id;
    }
  }
  return null;
}
