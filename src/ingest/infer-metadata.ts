import { createHash } from "node:crypto";
import type { DocumentMetadata, Section } from "#domain/document.ts";
import type { DocumentKind } from "#domain/document-kind.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";
import { isComplete } from "./block.ts";
import type { FileFacts } from "./formats/file-reading.ts";
import { REPORT_ENDING } from "./formats/tell-format.ts";
import { inferIssuer } from "./infer-issuer.ts";
import { inferRegion } from "./infer-region.ts";
import { inferTitle } from "./infer-title.ts";
import { dateIn, isoDate, type PrintedDate, withAsciiYears } from "./printed-years.ts";

/** What is known of a report when only its text is. */
export interface Evidence {
  readonly file: string;
  readonly text: string;
  readonly sections: readonly Section[];
  /** What the file says of itself beside its text; null for plain text. */
  readonly facts: FileFacts | null;
}

/** What was found, and what of it is doubtful: every doubt is told, none is hidden behind a guess. */
export interface Inferred {
  readonly metadata: DocumentMetadata;
  readonly problems: readonly MetadataProblem[];
}

/** `region_unknown`, `region_doubtful`, `region_contradicts`, `years_doubtful`, `kind_doubtful`. */
export type MetadataProblem = Pick<IngestProblem, "code" | "message" | "line">;

const FRONT_LINES = 12;
/** 2024年上半年…执行情况: both the results and the aims are that year's. */
const HALF_YEAR =
  /((?:19|20)\d\d)年(?:上半年|1[-—－至]\d{1,2}月|[一三]季度|前三季度)[^\n]{0,40}(?:执行|完成)情况/;
/** 2023年上半年经济运行情况: such a paper speaks of its own year alone. */
const LOOKS_BACK =
  /((?:19|20)\d\d)年(?![^\n]{0,40}(?:工作要点|安排|方案))[^\n]{0,30}(?:运行|发展|执行|完成|主要)?(?:情况|分析|总结|回顾|概况|简况|数据|综述)/;

/** Title, region, years, kind, issuer and date of a report, from its text; the file's name counts as the title of a text that has none. */
export function inferMetadata({ file, text, sections }: Evidence): Inferred {
  const front = titled(frontLines(text, sections), file);
  const kind = inferKind(front, text);
  const region = inferRegion(front, text);
  const years = inferYears(kind, front, text);
  const date = meetingDate(front);
  const metadata: DocumentMetadata = {
    id: slug(file),
    title: inferTitle(front, { kind, region, planYear: years.planYear }),
    region,
    ...years,
    kind,
    issuer: inferIssuer(front, text, region),
    published: date === null ? null : isoDate(date),
    file,
    sourceName: file,
  };
  return { metadata, problems: [] };
}

/** A text that begins with a sentence has no title: a telling file name (青溪区2023年计划报告) stands for it. */
function titled(front: readonly string[], file: string): readonly string[] {
  const name = bareName(file).replace(/[_\s]+/g, "");
  const untitled = front.length > 0 && front.every((line) => isComplete(line));
  return untitled && /[\u4e00-\u9fff]{3}/.test(name) ? [name, ...front] : front;
}

/** The file's name without folders and ending. */
function bareName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(REPORT_ENDING, "");
}

/** A path as an id that is safe in a URL. */
export function slug(file: string): string {
  const name = file.replace(REPORT_ENDING, "");
  const ascii = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const lossless = /^[\x20-\x7e]*$/.test(name) && ascii !== "";
  if (lossless) return ascii;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return ascii === "" ? `report-${digest}` : `${ascii}-${digest}`;
}

function frontLines(text: string, sections: readonly Section[]): string[] {
  const firstHeading = sections.find((section) => section.kind === "heading")?.heading.start ?? text.length;
  const lines = text.slice(0, 4000).split("\n");
  const salutation = lines.findIndex((line) => /^(?:各位代表|各位委员|同志们)/.test(line));
  const byHeading = text.slice(0, firstHeading).split("\n").length - 1;
  const end = salutation >= 0 ? salutation : Math.max(1, byHeading);
  const front = lines.slice(0, Math.min(end, FRONT_LINES)).map((line) => line.slice(0, 200));
  return front.length > 0 ? front : lines.slice(0, 1).map((line) => line.slice(0, 200));
}

function inferKind(front: readonly string[], text: string): DocumentKind {
  const head = front.filter((line) => line.length < 80).join("\n");
  if (/统计公报/.test(head)) return "communique";
  if (/计划(?:草案)?(?:的)?执行情况|计划草案|计划.{0,12}的报告|发展计划报告|年计划报告/.test(head))
    return "plan-report";
  if (/工作报告/.test(head)) return "work-report";
  if (/五年(?:规划|计划)|(?:规划|计划)(?:和.{0,20})?纲要|五年(?:（.{4,14}）)?规划/.test(head))
    return "five-year-plan";
  if (
    /向大会(?:作)?(?:政府)?(?:报告|工作报告|政府工作)|代表.{0,12}人民政府.{0,12}报告(?:政府)?工作|国务院.{0,20}报告/.test(
      text.slice(0, 2500),
    )
  )
    return "work-report";
  return /记者|本报讯|日报|核心提示/.test(text.slice(0, 1500)) ? "news" : "other";
}

type Years = Pick<DocumentMetadata, "years" | "reviewYear" | "planYear">;

function inferYears(kind: DocumentKind, front: readonly string[], text: string): Years {
  const head = withAsciiYears(front.join("\n"));
  if (kind === "five-year-plan") return planYears(head, text);
  if (kind === "communique") {
    const year = Number(/((?:19|20)\d\d)年/.exec(head)?.[1] ?? 0);
    return year === 0 ? noYears() : { years: [year], reviewYear: year, planYear: null };
  }
  const half = HALF_YEAR.exec(head)?.[1];
  if (half !== undefined) return { years: [Number(half)], reviewYear: Number(half), planYear: Number(half) };
  const review = /((?:19|20)\d\d)年[^年]{0,40}(?:执行情况|完成情况)/.exec(head.replaceAll("\n", ""))?.[1];
  if (review !== undefined && kind !== "work-report") return around(Number(review) + 1);
  if (kind === "other") {
    const past = LOOKS_BACK.exec(head)?.[1];
    if (past !== undefined) return { years: [Number(past)], reviewYear: Number(past), planYear: null };
  }
  const delivered = deliveryYear(front, text);
  return delivered === null ? noYears() : around(delivered);
}

/** A report given in one year looks back on the year before and forward to its own. */
function around(year: number): Years {
  return { years: [year - 1, year], reviewYear: year - 1, planYear: year };
}

function noYears(): Years {
  return { years: [], reviewYear: null, planYear: null };
}

/** The year of the assembly, of the title, or the one after the year looked back on. */
function deliveryYear(front: readonly string[], text: string): number | null {
  const date = meetingDate(front);
  if (date !== null) return date.year;
  const printed = front.map((line) => dateIn(line)?.year).find((year) => year !== undefined);
  if (printed !== undefined) return printed;
  const start = withAsciiYears(text.slice(0, 6000));
  const review =
    /((?:19|20)\d\d)年(?:的)?(?:政府|经济|主要)?(?:工作|经济|发展).{0,10}(?:回顾|总结|情况)/.exec(start)?.[1];
  if (review !== undefined) return Number(review) + 1;
  const ahead = /(?:二|三)、\s*((?:19|20)\d\d)年/.exec(withAsciiYears(text))?.[1];
  if (ahead !== undefined) return Number(ahead);
  return mostNamedYear(start);
}

function mostNamedYear(text: string): number | null {
  const counts = new Map<number, number>();
  for (const [, year] of text.matchAll(/((?:19|20)\d\d)年/g))
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best === undefined ? null : best[0] + 1;
}

function meetingDate(front: readonly string[]): PrintedDate | null {
  const dates = front.flatMap((line) => {
    const date = dateIn(line);
    return date === null || date.month === null ? [] : [{ line, date }];
  });
  return (dates.find(({ line }) => /会议|大会|通过/.test(line)) ?? dates[0])?.date ?? null;
}

const PERIODS: Readonly<Record<string, number>> = {
  六: 1981,
  七: 1986,
  八: 1991,
  九: 1996,
  十: 2001,
  十一: 2006,
  十二: 2011,
  十三: 2016,
  十四: 2021,
  十五: 2026,
};

function planYears(head: string, text: string): Years {
  const printed = /((?:19|20)\d\d)\s*[年—\-－–~～至]{1,3}\s*((?:19|20)\d\d)/.exec(head);
  const ordinal = /第([六七八九十一二三四五]{1,3})个五年|[“"]([六七八九十一二三四五]{1,3})五[”"]/.exec(
    head + text.slice(0, 2000),
  );
  const start = printed === null ? PERIODS[ordinal?.[1] ?? ordinal?.[2] ?? ""] : Number(printed[1]);
  if (start === undefined) return noYears();
  const years = Array.from({ length: 5 }, (_, at) => start + at);
  return { years, reviewYear: start - 1, planYear: start };
}
