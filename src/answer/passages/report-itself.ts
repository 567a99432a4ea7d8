import { z } from "zod";
import type { Desk } from "#answer/desk.ts";
import type { Draft, Thread } from "#answer/draft.ts";
import type { SourceDocument } from "#domain/document.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { foldPlain } from "#text/fold.ts";
import { documentsNewestFirst } from "./find-candidates.ts";
import { asItem } from "./quote.ts";
import itselfFile from "./report-itself.json" with { type: "json" };

const data = z
  .strictObject({
    about: z.string(),
    report: z.string(),
    between: z.string(),
    aspects: z.array(z.strictObject({ asked: z.string(), told: z.array(z.string()).min(1) })).min(1),
  })
  .parse(itselfFile);

const aspects = data.aspects.map(({ asked, told }) => ({
  asked: new RegExp(`(?:${data.report})${data.between}(?:${asked})`, "u"),
  told: told.map((form) => new RegExp(form, "u")),
}));

const REPORT = new RegExp(data.report, "u");

const SALUTATION = /^\s*(?:各位代表|各位委员|同志们)/;
const FRONT = 2000;
const END = 200;

/**
 * 工作报告是哪天作的, 计划报告是哪个单位提的: the line on top of the report, or under it, that says so. Null when nothing
 * of the kind is asked or printed.
 */
export function reportItselfDraft(desk: Desk, asked = foldPlain(desk.question.asked)): Draft | null {
  const wanted = aspects.filter((aspect) => aspect.asked.test(asked)).flatMap(({ told }) => told);
  if (wanted.length === 0) return null;
  for (const document of reportsMeant(desk, asked)) {
    const lines = linesAround(document);
    for (const told of wanted) {
      const line = lines.find((span) => told.test(foldPlain(sliceOf(document.text, span))));
      if (line === undefined) continue;
      const text = `${asItem(sliceOf(document.text, line))}[${desk.book.cite(document.id, line)}]`;
      return desk.draft("passage", [{ type: "paragraph", text }]);
    }
  }
  return null;
}

/** 哪一天作的 after 工作报告是谁作的: the turn is asked of the report that an earlier one named. */
export function ofSameReportDraft(desk: Desk, thread: Thread | null): Draft | null {
  if (thread === null || !desk.question.leans) return null;
  const named = REPORT.exec(foldPlain(thread.question.asked))?.[0];
  if (named === undefined) return ofSameReportDraft(desk, thread.before);
  return reportItselfDraft(desk, `${named}${foldPlain(desk.question.asked)}`);
}

/** The reports of the place asked about: those that plan for the year named and are of the kind named stand first. */
function reportsMeant(desk: Desk, asked: string): SourceDocument[] {
  const { years } = desk.question;
  const kind = asked.includes("工作报告")
    ? "work-report"
    : asked.includes("公报")
      ? "communique"
      : "plan-report";
  const meant = ({ planYear, kind: of }: SourceDocument) =>
    2 * Number(of === kind) + Number(planYear !== null && years.includes(planYear));
  return documentsNewestFirst(desk).toSorted((a, b) => meant(b) - meant(a));
}

/** The lines before the salutation, and the last ones. */
function linesAround({ text }: SourceDocument): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    lines.push({ start, end });
    start = end + 1;
  }
  const first = lines.findIndex((line) => SALUTATION.test(sliceOf(text, line)));
  const front = lines.slice(0, first < 0 ? lines.length : first).filter(({ end }) => end <= FRONT);
  return [...front, ...lines.filter(({ start }) => start >= Math.max(FRONT, text.length - END))];
}
