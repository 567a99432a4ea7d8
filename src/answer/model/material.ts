import type { Draft } from "#answer/draft.ts";
import { textsOf } from "#answer/verify.ts";
import { renderMarkdown } from "#answer/words/render.ts";
import { KIND_WORDS } from "#domain/indicator.ts";
import { maskPersonalData } from "#domain/mask.ts";
import type { Question } from "#question/question.ts";
import { printedValue } from "#text/quantity/printed-value.ts";
import type { RewriteSlots } from "./prompts.ts";

/** Characters of one quote, and of all quotes together, that a model is given. */
const LONGEST_QUOTE = 2_000;
const MOST_TEXT = 12_000;

const STRUCTURE: Readonly<Record<string, string>> = { "<": "‹", ">": "›", "[": "〔", "]": "〕", "`": "'" };

/**
 * Text of a report or of a reader as mere text: what could pass for our delimiters, a citation marker, or the
 * turns of a chat template (`<|im_start|>`, `[INST]`) becomes a look-alike.
 */
export function asData(text: string): string {
  return text.replace(/[<>[\]`]/g, (mark) => STRUCTURE[mark] ?? "").replace(/[^\P{Cc}\n\t]/gu, "");
}

/** What the model is given: the question, the rows looked up, the numbered quotes, and the composer's words. */
export function materialFor(question: Question, draft: Draft): RewriteSlots {
  return {
    language: question.language === "en" ? "英文" : "中文",
    question: asData(maskPersonalData(question.text)),
    rows: rowsOf(draft) || "（无）",
    evidence: evidenceOf(draft),
    // The composer's own markers stay; its words are quotes and figures that were made harmless one by one.
    draft: withMarkers(renderMarkdown(proseOf(draft))),
  };
}

/** The blocks a model may put in its own words: tables, lists and charts stay as the composer made them. */
export function proseOf({ blocks }: Draft): Draft["blocks"] {
  return blocks.filter(({ type }) => type === "paragraph");
}

/** All that the composer tells, as one text; a chart repeats its table, without units. */
export function toldBy({ blocks }: Pick<Draft, "blocks">): string {
  return blocks
    .filter(({ type }) => type !== "chart")
    .flatMap(textsOf)
    .join("\n");
}

function withMarkers(text: string): string {
  return asData(text).replace(/〔(\d+)〕/g, "[$1]");
}

function rowsOf({ used }: Draft): string {
  return used
    .map(({ row, marker }) => {
      const kind = KIND_WORDS[row.kind];
      const facts = [row.region ?? "", `${row.year}年`, row.indicator, kind, printedValue(row)];
      return `${facts.map(asData).join("｜")}｜材料 ${marker}`;
    })
    .join("\n");
}

function evidenceOf({ book }: Draft): string {
  let left = MOST_TEXT;
  return book.citations
    .map(({ marker, title, section, quote }) => {
      const shown = quote.slice(0, Math.min(LONGEST_QUOTE, left));
      left -= shown.length;
      const from = asData([title, ...section].join(" › ")).replaceAll('"', "”");
      return `<材料 编号="${marker}" 出处="${from}">\n${asData(shown)}\n</材料>`;
    })
    .join("\n\n");
}
