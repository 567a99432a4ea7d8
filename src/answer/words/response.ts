import { createHash } from "node:crypto";
import type { Draft } from "#answer/draft.ts";
import { revisionOf } from "#answer/edited-figures.ts";
import type { Sources } from "#answer/sources.ts";
import { type IndicatorRow, scopeOnWire } from "#domain/indicator.ts";
import { revisionOnWire } from "#domain/revision.ts";
import type { AnswerIndicator, ChatRequest, ChatResponse } from "#protocol/chat.ts";
import { classOf } from "#question/intent/intent.ts";
import type { Question } from "#question/question.ts";
import { renderMarkdown } from "./render.ts";

interface Told {
  readonly request: ChatRequest;
  readonly question: Question;
  readonly draft: Draft;
  readonly writtenBy: ChatResponse["writtenBy"];
  readonly sources: Sources;
}

/** The response of the wire, whose id is a digest of conversation and answer. */
export function respond({ request, question, draft, writtenBy, sources }: Told): ChatResponse {
  const blocks = [...draft.blocks];
  const body = {
    status: draft.status,
    reason: draft.reason,
    answer: renderMarkdown(blocks),
    blocks,
    question: question.text,
    intent: classOf(question.intent),
    citations: [...draft.book.citations],
    indicators: draft.used.map(({ row, marker }) => ({
      region: row.region,
      year: row.year,
      period: row.period,
      scope: scopeOnWire(row),
      indicator: row.indicator,
      kind: row.kind,
      value: row.value === null ? null : Number(row.value),
      unit: row.unit,
      raw: row.raw,
      qualifier: row.qualifier,
      documentId: row.documentId,
      start: row.start,
      end: row.end,
      marker,
      ...revisionTold(sources, row),
    })),
    suggestions: [...draft.suggestions],
    writtenBy,
  };
  const id = createHash("sha256")
    .update(JSON.stringify([request.messages, body]))
    .digest("hex")
    .slice(0, 24);
  return { id, ...body };
}

function revisionTold(sources: Sources, row: IndicatorRow): Partial<AnswerIndicator> {
  const figure = revisionOf(sources, row);
  return figure === null ? {} : { revision: revisionOnWire(figure) };
}

/** The answer in pieces for streaming, cut after sentences and lines. */
export function pieces(answer: string): string[] {
  return answer.match(/[^。！？\n]*[。！？\n]+|[^。！？\n]+$/g) ?? [];
}
