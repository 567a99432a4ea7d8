import { z } from "zod";
import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import type { Block } from "#protocol/chat.ts";
import { newestReport } from "#question/outline.ts";
import { patterns } from "#question/words/patterns.ts";
import { foldPlain } from "#text/fold.ts";
import { sentences } from "#text/sentences.ts";
import { EVERY_INDICATOR, indicatorListDraft, selectionFor } from "./indicator-list.ts";
import words from "./verdict-words.json" with { type: "json" };

const expressions = z.array(z.string().min(1)).min(1);
const parsed = z.strictObject({ about: z.string(), verdict: expressions, unless: expressions }).parse(words);
const VERDICTS = parsed.verdict.map((pattern) => new RegExp(pattern, "u"));
const UNLESS = new RegExp(parsed.unless.join("|"), "u");
const SHORTEST = 12;
const LONGEST = 320;

/**
 * 目标完成了没有 of a place and no indicator: what the report itself says of all its targets, and the indicators of its
 * table that missed theirs. Null where it says nothing of the kind and holds no such table.
 */
export function overallDraft(desk: Desk): Draft | null {
  const { question } = desk;
  if (question.indicators.length > 0 || !speaksOfTargets(question.asked, question.topic)) return null;
  const regions = question.regions.length > 0 ? question.regions : desk.sources.outline.regions;
  const told = question.followUp ? [] : regions.flatMap((region) => verdictsOf(desk, region));
  const asked = selectionFor(question);
  const missed = indicatorListDraft(desk, asked?.met === false ? asked : MISSED);
  const blocks = [...told, ...(missed?.blocks ?? [])];
  return blocks.length === 0 ? null : desk.draft("met", blocks);
}

const MISSED = { ...EVERY_INDICATOR, met: false };

const speaksOfTargets = (asked: string, topic: string): boolean =>
  [asked, topic].some((text) => patterns.fulfilment.test(foldPlain(text)));

/** The sentence of each report asked about that judges its targets. */
function verdictsOf(desk: Desk, region: string): Block[] {
  const { sources, question } = desk;
  const years =
    question.years.length > 0 ? question.years : [newestReport(sources.outline, [region])?.reviewYear ?? 0];
  return sources.outline.documents.flatMap((report): Block[] => {
    const reviews = report.reviewYear !== null && years.includes(report.reviewYear);
    const document = report.region === region && reviews ? sources.document(report.id) : null;
    const verdict = document === null ? null : verdictIn(document);
    if (document === null || verdict === null) return [];
    const quote = sliceOf(document.text, verdict).replaceAll("\n", "");
    const marks = `[${desk.book.cite(document.id, verdict)}]`;
    return [{ type: "paragraph", text: desk.say("list.report", { quote, marks }) }];
  });
}

/** The sentence that says most plainly how many targets were met; of two alike, the first. */
function verdictIn(document: SourceDocument): Span | null {
  const judged = sentences(document.text).flatMap((span) => {
    if (span.end - span.start < SHORTEST || span.end - span.start > LONGEST) return [];
    const folded = foldPlain(sliceOf(document.text, span)).replace(/\s/gu, "");
    if (!/[。;!]$/u.test(folded)) return [];
    const form = VERDICTS.findIndex((pattern) => pattern.test(folded));
    return form < 0 || UNLESS.test(folded) ? [] : [{ span, form }];
  });
  const [first, ...others] = judged;
  if (first === undefined) return null;
  return others.reduce((best, other) => (other.form < best.form ? other : best), first).span;
}
