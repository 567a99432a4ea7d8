import type { AnswerIndicator, Block, ChatResponse, Citation } from "#protocol/chat.ts";

/** Every field this file reads from the wire, none of them believed yet. */
type Fields = { readonly [name in FieldName]?: unknown };
type FieldName =
  | keyof ChatResponse
  | keyof Citation
  | keyof AnswerIndicator
  | "type"
  | "text"
  | "ordered"
  | "phones"
  | "table"
  | "phone"
  | "items"
  | "columns"
  | "rows"
  | "shape"
  | "points"
  | "label"
  | "series"
  | "messages"
  | "zh"
  | "en"
  | "detail"
  | "retryAfter"
  | "stage"
  | "response"
  | "documents"
  | "regions"
  | "kinds"
  | "large"
  | "contrast"
  | "language";

const INTENTS = ["report", "operation", "social", "about", "handover", "sensitive", "offtopic"] as const;

/** The response of a `done` event or of the session's memory; null when it is none. Written by hand: a schema library is too heavy for a page. */
export function readResponse(value: unknown): ChatResponse | null {
  const fields = fieldsOf(value);
  const status = oneOf(["answered", "refused", "clarify"] as const, fields.status);
  if (status === null || typeof fields.answer !== "string") return null;
  return {
    id: text(fields.id),
    status,
    reason: text(fields.reason),
    answer: fields.answer,
    blocks: blocksOf(fields.blocks, fields.answer),
    question: text(fields.question),
    citations: each(fields.citations, readCitation),
    indicators: each(fields.indicators, readIndicator),
    suggestions: texts(fields.suggestions),
    intent: oneOf(INTENTS, fields.intent) ?? "report",
    writtenBy: fields.writtenBy === "model" ? "model" : "composer",
  };
}

/** The message of problem details in the reader's language, with the seconds to wait; null when it is no problem. */
export function readProblem(
  value: unknown,
  language: string,
): { message: string; retryAfter: number | null } | null {
  const fields = fieldsOf(value);
  const messages = fieldsOf(fields.messages);
  const message = text(language.startsWith("en") ? messages.en : messages.zh) || text(fields.detail);
  if (message === "") return null;
  return { message, retryAfter: number(fields.retryAfter) };
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function blocksOf(value: unknown, answer: string): Block[] {
  const blocks = each(value, readBlock);
  return blocks.length > 0 ? blocks : [{ type: "paragraph", text: answer }];
}

function readBlock(value: unknown): Block | null {
  const fields = fieldsOf(value);
  switch (fields.type) {
    case "paragraph":
      return { type: "paragraph", text: text(fields.text) };
    case "list":
      return { type: "list", ordered: fields.ordered === true, items: texts(fields.items) };
    case "contact":
      return { type: "contact", phones: each(fields.phones, readPhone) };
    case "table":
      return { type: "table", columns: texts(fields.columns), rows: each(fields.rows, texts) };
    case "chart":
      return readChart(fields);
    default:
      return null;
  }
}

function readPhone(value: unknown): { label: string; phone: string } | null {
  const { label, phone } = fieldsOf(value);
  return typeof label === "string" && typeof phone === "string" && /^[\d-]{3,20}$/.test(phone)
    ? { label, phone }
    : null;
}

function readChart(fields: Fields): Block {
  return {
    type: "chart",
    shape: fields.shape === "line" ? "line" : "bar",
    title: text(fields.title),
    unit: textOrNull(fields.unit),
    points: each(fields.points, (value) => {
      const point = fieldsOf(value);
      const figure = number(point.value);
      if (figure === null) return null;
      return {
        label: text(point.label),
        series: text(point.series),
        kind: kindOf(point.kind),
        value: figure,
      };
    }),
  };
}

function readCitation(value: unknown): Citation | null {
  const fields = fieldsOf(value);
  const marker = number(fields.marker);
  if (marker === null) return null;
  return {
    marker,
    documentId: text(fields.documentId),
    title: text(fields.title),
    section: texts(fields.section),
    quote: text(fields.quote),
    start: number(fields.start) ?? 0,
    end: number(fields.end) ?? 0,
    url: text(fields.url),
    ...placeOfOriginal(fields),
    ...(Array.isArray(fields.years) ? { years: each(fields.years, number) } : {}),
    ...(typeof fields.published === "string" ? { published: fields.published } : {}),
    ...(typeof fields.publishedAt === "string" ? { publishedAt: fields.publishedAt } : {}),
    ...tableOf(fields.table),
  };
}

function placeOfOriginal(fields: Fields): Partial<Citation> {
  const [page, row] = [number(fields.page), number(fields.row)];
  return {
    ...(page === null ? {} : { page }),
    ...(typeof fields.sheet === "string" ? { sheet: fields.sheet } : {}),
    ...(row === null ? {} : { row }),
    ...(typeof fields.cell === "string" ? { cell: fields.cell } : {}),
    ...(typeof fields.original === "string" ? { original: fields.original } : {}),
  };
}

function tableOf(value: unknown): Pick<Citation, "table"> {
  const fields = fieldsOf(value);
  if (!Array.isArray(fields.rows)) return {};
  return { table: { columns: texts(fields.columns), rows: each(fields.rows, texts) } };
}

function readIndicator(value: unknown): AnswerIndicator | null {
  const fields = fieldsOf(value);
  const year = number(fields.year);
  if (year === null) return null;
  return {
    region: textOrNull(fields.region),
    year,
    indicator: text(fields.indicator),
    kind: kindOf(fields.kind),
    period: text(fields.period) || "unknown",
    scope: text(fields.scope) || "unknown",
    value: number(fields.value),
    unit: textOrNull(fields.unit),
    raw: text(fields.raw),
    qualifier: textOrNull(fields.qualifier),
    documentId: text(fields.documentId),
    start: number(fields.start) ?? 0,
    end: number(fields.end) ?? 0,
    marker: number(fields.marker) ?? 0,
  };
}

function each<T>(value: unknown, read: (item: unknown) => T | null): T[] {
  return Array.isArray(value) ? value.map(read).filter((item) => item !== null) : [];
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(text) : [];
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function kindOf(value: unknown): AnswerIndicator["kind"] {
  return oneOf(["actual", "target", "estimate"] as const, value) ?? "unknown";
}

function oneOf<T>(choices: readonly T[], value: unknown): T | null {
  return choices.find((choice) => choice === value) ?? null;
}
