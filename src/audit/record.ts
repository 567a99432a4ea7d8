import { createHash } from "node:crypto";
import { z } from "zod";

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const answerSchema = z.object({
  type: z.literal("answer"),
  /** As it was understood, personal data masked. */
  question: z.string(),
  answerId: z.string(),
  status: z.string(),
  reason: z.string(),
  intent: z.string(),
  /** `document:start-end` of each thing cited. */
  evidence: z.array(z.string()),
  /** The index that answered; null when that is not known. */
  generation: z.string().nullable(),
  /** SHA-256 of the words of the answer. */
  answerDigest: digest,
  writtenBy: z.string(),
  /** The language model that may have worded it; null when none is configured. */
  model: z.string().nullable(),
});

/** Something that whoever looks after the service did. */
const actSchema = z.object({
  type: z.literal("act"),
  act: z.string(),
  about: z.string(),
  outcome: z.enum(["done", "refused"]),
});

/** Old files were removed when their time was over: the chain that is left begins after them. */
const rotatedSchema = z.object({ type: z.literal("rotated"), files: z.array(z.string()) });

export const entrySchema = z.discriminatedUnion("type", [answerSchema, actSchema, rotatedSchema]);

/** What is kept. */
export type AuditEntry = z.infer<typeof entrySchema>;

/** Where a line stands in the chain; `hash` of the line before the first is 64 zeros. */
export interface Link {
  /** From 1. */
  readonly number: number;
  readonly hash: string;
}

export const BEGINNING: Link = { number: 0, hash: "0".repeat(64) };

const headSchema = z.looseObject({ number: z.int().positive(), time: z.iso.datetime() });
const LINE = /^(?<body>\{.*)(?<tail>,"hash":"(?<hash>[0-9a-f]{64})"\})$/s;

/**
 * One line of the log. Its hash is of the line before and of its own bytes, so that no byte, line or order can change without
 * every later hash being another.
 */
export function lineOf(
  entry: AuditEntry,
  before: Link,
  time: Date,
): { readonly line: string; readonly link: Link } {
  const number = before.number + 1;
  const body = plainJson({ number, time: time.toISOString(), ...entry }).slice(0, -1);
  const hash = hashOf(before, body);
  return { line: `${body},"hash":"${hash}"}`, link: { number, hash } };
}

/** The link that a line makes after `before`, or what is wrong with it. */
export function readLine(line: string, before: Link): Link | { readonly fault: string } {
  const { body, hash } = LINE.exec(line)?.groups ?? {};
  if (body === undefined || hash === undefined) return { fault: "it is no line of this log" };
  const number = numberOf(body);
  if (number !== before.number + 1)
    return { fault: `it is number ${number ?? "unknown"} where ${before.number + 1} should stand` };
  if (hashOf(before, body) !== hash) return { fault: "it or the line before it was changed" };
  return { number, hash };
}

function numberOf(body: string): number | null {
  try {
    const parsed = headSchema.safeParse(JSON.parse(`${body}}`));
    return parsed.success ? parsed.data.number : null;
  } catch {
    return null;
  }
}

const hashOf = (before: Link, body: string) =>
  createHash("sha256").update(`${before.hash}\n${body}`).digest("hex");

/** What a terminal or an editor would act on instead of showing: C0, DEL, C1, line separators, direction marks. */
const ACTING = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** JSON in one line that shows what it holds, whatever it holds. */
function plainJson(value: object): string {
  return JSON.stringify(value).replace(
    ACTING,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
