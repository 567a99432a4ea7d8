import { z } from "zod";
import type { Statistics } from "#admin/statistics.ts";
import type { BuildRecord } from "#compose/build/build-record.ts";
import { loggedQuestionSchema } from "#evaluate/report/gaps.ts";

const lineSchema = loggedQuestionSchema.extend({
  time: z.iso.datetime(),
  ms: z.number().nonnegative().optional(),
});
type Line = z.infer<typeof lineSchema>;

const DAYS = 31;
const TOP = 20;

/** Counts what the log of questions tells; lines that are no question are passed over. */
export function statisticsOf(log: string, record: BuildRecord | null): Statistics {
  const lines = log.split("\n").flatMap((text): Line[] => {
    const line = lineSchema.safeParse(parsedJson(text));
    return line.success ? [line.data] : [];
  });
  return {
    days: daysOf(lines),
    latency: latencyOf(lines.flatMap(({ ms }) => ms ?? [])),
    topics: mostAsked(lines.flatMap(({ indicators = [] }) => indicators)).map(([topic, questions]) => ({
      ...{ topic, questions },
    })),
    regions: mostAsked(lines.flatMap(({ regions = [] }) => regions)).map(([region, questions]) => ({
      ...{ region, questions },
    })),
    coverage: coverageOf(record),
  };
}

function daysOf(lines: readonly Line[]): Statistics["days"] {
  const days = new Map<string, { answered: number; refused: number; clarify: number }>();
  for (const { time, status } of lines) {
    const day = dayIn.format(new Date(time));
    const counts = days.get(day) ?? { answered: 0, refused: 0, clarify: 0 };
    days.set(day, { ...counts, [status]: counts[status] + 1 });
  }
  return [...days]
    .map(([day, counts]) => ({ day, ...counts }))
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, DAYS);
}

function latencyOf(times: readonly number[]): Statistics["latency"] {
  if (times.length === 0) return null;
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { p50: at(0.5), p95: at(0.95), slowest: at(1) };
}

function mostAsked(names: readonly string[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, TOP);
}

function coverageOf(record: BuildRecord | null): Statistics["coverage"] {
  const documents = record?.documents ?? [];
  return {
    documents: documents.length,
    regions: new Set(documents.flatMap(({ region }) => region ?? [])).size,
    years: [...new Set(documents.flatMap(({ years }) => years))].sort((a, b) => a - b),
  };
}

/** A day in China, as `2026-11-30`. */
const dayIn = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
