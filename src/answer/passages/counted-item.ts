import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { refuseNotHeld } from "#answer/refuse.ts";
import type { Thread } from "#answer/thread.ts";
import { sliceOf } from "#domain/span.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import type { Citation } from "#protocol/chat.ts";
import type { Question } from "#question/question.ts";
import { standAlone } from "#question/stand-alone.ts";
import { parseCount } from "#text/chinese-number.ts";
import { foldPlain } from "#text/fold.ts";
import { inlineItems } from "./enumeration.ts";

const COUNTED =
  /^(?:那么?|其中)?(?:第([一二三四五六七八九十]{1,3}|\d{1,2})|(最后)一?)(?:个|条|项|点|方面|件|类|部分)/;

const OF_A_LIST =
  /^(.{4,}?)(?:之?[中里]|里面|当中)?的?(第(?:[一二三四五六七八九十]{1,3}|\d{1,2})|最后一)(条|项|点|个方面|方面)((?:的|具体|内容|怎么|说|讲|提|写|到|是|什么|啥|呢|[?？])*)$/u;

/** 困难的第三条说的是啥: two turns in one, the list and then its third item. */
export function inTurns(asked: string): string[] {
  const [, list, number, counted, rest] = OF_A_LIST.exec(asked.trim()) ?? [];
  if (list === undefined || number === undefined) return [asked];
  return [/[哪什几]|多少/u.test(list) ? list : `${list}有哪些？`, `${number}${counted}${rest}`];
}

/** A list that has no such item. */
const NONE = "none";

interface Item {
  readonly words: string;
  readonly marker: number;
  readonly draft: Draft;
  /** True where no other item leans on the same citation. */
  readonly alone: boolean;
}

/** The item that 第二条, 最后一项 means of the list told last; null where none was. */
function itemMeant({ asked, leans }: Question, thread: Thread): Item | typeof NONE | null {
  const counted = COUNTED.exec(foldPlain(asked));
  if (counted === null || !leans) return null;
  const { draft, before } = thread;
  const list = draft.blocks.find((block) => block.type === "list");
  if (list?.type !== "list") return before === null ? null : itemMeant({ ...thread.question, asked }, before);
  const number = counted[2] === undefined ? Number(parseCount(counted[1] ?? "")) : list.items.length;
  const words = list.items[number - 1];
  const marker = Number(/\[(\d+)\]/.exec(words ?? "")?.[1]);
  if (words === undefined || Number.isNaN(marker)) return NONE;
  const alone = list.items.filter((other) => other.includes(`[${marker}]`)).length === 1;
  return { words, marker, draft, alone };
}

/** The span that 第二条 means of 一是…二是… in the paragraph quoted last, where no list was made of it. */
function spanMeant(
  { question, sources }: Desk,
  { draft }: Thread,
): Pick<Citation, "documentId" | "start" | "end"> | null {
  const counted = COUNTED.exec(foldPlain(question.asked));
  const [cited, another] = draft.book.citations;
  const document = cited === undefined || another !== undefined ? null : sources.document(cited.documentId);
  if (counted === null || cited === undefined || document === null) return null;
  const items = inlineItems(document, cited);
  const span = counted[2] === undefined ? items[Number(parseCount(counted[1] ?? "")) - 1] : items.at(-1);
  return items.length < 2 || span === undefined ? null : { documentId: cited.documentId, ...span };
}

/** 第二条具体怎么说: an item of the list that was told before, in full. */
export function countedItem(desk: Desk, thread: Thread): Draft | null {
  const span = spanMeant(desk, thread);
  const text = span === null ? null : desk.sources.document(span.documentId)?.text;
  if (span !== null && text !== undefined && text !== null) {
    const words = `${sliceOf(text, span).replaceAll("\n", "")}[${desk.book.cite(span.documentId, span)}]`;
    return desk.draft("passage", [{ type: "paragraph", text: words }]);
  }
  const item = itemMeant(desk.question, thread);
  if (item === NONE) return refuseNotHeld(desk, null, []);
  const cited = item?.draft.book.citations.find(({ marker }) => marker === item.marker);
  if (item === null || cited === undefined || item.draft.used.length > 0) return null;
  const words = item.alone ? cited.quote.replaceAll("\n", "") : item.words.replaceAll(`[${item.marker}]`, "");
  const told = `${words}[${desk.book.cite(cited.documentId, cited)}]`;
  return desk.draft("passage", [{ type: "paragraph", text: told }]);
}

/** 第三个为什么没完成 after a list of indicators: asked of the indicator that stands third. */
export function ofCountedRow(question: Question, thread: Thread | null): Question {
  const item = thread === null ? null : itemMeant(question, thread);
  const row = item === NONE ? undefined : item?.draft.used.find(({ marker }) => marker === item.marker)?.row;
  if (row === undefined) return question;
  const { concept } = canonicalName(row.indicator);
  const meant: Question = {
    ...question,
    regions: row.region === null ? question.regions : [row.region],
    years: [row.year],
    indicators: [
      {
        phrase: row.name,
        concepts: concept === null ? [] : [concept],
        names: [row.indicator],
        measure: null,
      },
    ],
    indicatorShare: 1,
    operation: question.operation === "reason" || question.operation === "met" ? question.operation : "value",
    topic: row.name,
    followUp: true,
    dangling: false,
  };
  return { ...meant, text: standAlone(meant) };
}
