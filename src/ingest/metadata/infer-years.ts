import type { DocumentMetadata } from "#domain/document.ts";
import { type DocumentKind, looksBackOnly } from "#domain/document-kind.ts";
import { dateIn, type PrintedDate, withAsciiYears } from "./printed-years.ts";
import { plain, type ReportFace } from "./report-face.ts";

export type Years = Pick<DocumentMetadata, "years" | "reviewYear" | "planYear">;

export interface YearsFound {
  readonly years: Years;
  /** Why they may be wrong; null where nothing speaks against them. */
  readonly doubt: string | null;
}

const YEAR = "((?:19|20)\\d\\d)年";
/** 2024年上半年…执行情况: both the results and the aims are that year's. */
const HALF_YEAR = new RegExp(
  `${YEAR}(?:上半年|1[-—－至]\\d{1,2}月|[一三]季度|前三季度)[^\\n]{0,40}(?:执行|完成)情况`,
);
/** 2023年上半年经济运行情况: such a paper speaks of its own year alone. */
const LOOKS_BACK = new RegExp(
  `${YEAR}(?![^\\n]{0,40}(?:工作要点|安排|方案))[^\\n]{0,30}(?:运行|发展|执行|完成|主要)?(?:情况|分析|总结|回顾|概况|简况|数据|综述)`,
);
const EXECUTED = new RegExp(`${YEAR}[^年]{0,40}(?:执行情况|完成情况)`);

/** The year a report looks back on and the one it plans for, by what its kind prints in titles and captions. */
export function inferYears(kind: DocumentKind, face: ReportFace): YearsFound {
  const several = severalYears(face);
  if (several.length > 1)
    return {
      years: { years: several, reviewYear: null, planYear: null },
      doubt: `it holds the reports of ${several.join(", ")}; give each year a file of its own, or its figures without a year cannot be placed`,
    };
  if (kind === "five-year-plan") return sure(planYears(headOf(face), face.text));
  if (kind === "budget") return budgetYears(face);
  const book = kind === "yearbook" ? yearOfBook(face) : null;
  if (book !== null) return sure(one(book - 1));
  if (looksBackOnly(kind)) return oneYear(face);
  return spokenYears(kind, face);
}

const headOf = ({ titles, fileTitle }: ReportFace): string => [...titles, fileTitle ?? ""].join("\n");

const sure = (years: Years): YearsFound => ({
  years,
  doubt: years.years.length === 0 ? "no year is printed where a title or a date stands" : null,
});

const one = (year: number): Years => ({ years: [year], reviewYear: year, planYear: null });

/** A report given in one year looks back on the year before and forward to its own. */
const around = (year: number): Years => ({ years: [year - 1, year], reviewYear: year - 1, planYear: year });

const NONE: Years = { years: [], reviewYear: null, planYear: null };

/** Titles of one kind with several years in one file (2021年…统计公报, 2022年…统计公报), or first chapters that begin again. */
function severalYears({ text }: ReportFace): number[] {
  const titles = text.split("\n").filter((line) => line.length <= 60);
  const years = titles.flatMap((line) => {
    const title = plain(line).replace(/[（([［〔].*$/u, "");
    const found =
      /^[\u4e00-\u9fff]{0,14}((?:19|20)\d\d)年(?:[\u4e00-\u9fff]{0,20})(?:统计公报|政府工作报告)$/u.exec(
        title,
      );
    return found === null ? [] : [Number(found[1])];
  });
  const found = [...new Set([...years, ...yearsOfParts(text)])].sort((a, b) => a - b);
  // Years that do not follow each other are spoken of, not reported.
  return found.every((year, at) => at === 0 || year === (found[at - 1] ?? 0) + 1) ? found : [];
}

const BEFORE_PART = 300;
const OF_PART = 2500;

/** The year that each part speaks of most, where the first chapter (一、综合) begins again and again. */
function yearsOfParts(text: string): number[] {
  const chapters = [...text.matchAll(/^一、(综合|[^\d\n]{0,14}回顾)$/gmu)];
  const parts = chapters.filter(({ 1: title }) => title === chapters[0]?.[1]);
  if (parts.length < 2) return [];
  return parts.flatMap(({ index }) => {
    const part = plain(text.slice(Math.max(0, index - BEFORE_PART), index + OF_PART));
    return mostCommon(yearsOf(part)) ?? [];
  });
}

/** 东莞统计年鉴2003: a yearbook is called by the year it appears in and tells of the year before. */
function yearOfBook(face: ReportFace): number | null {
  const found = /年鉴[-—－（(]{0,2}(?<behind>(?:19|20)\d\d)(?!年|\d)/u.exec(headOf(face));
  return found === null ? null : Number(found.groups?.["behind"]);
}

const DONE = /执行|完成|决算/;
const AHEAD = /预算(?!.{0,12}(?:执行|完成|调整|变动))|安排/;

/**
 * A budget looks back on what was carried out and plans the next year. An account of what was carried out plans nothing;
 * a budget that says nothing of the year before still follows it.
 */
function budgetYears(face: ReportFace): YearsFound {
  const pair = new RegExp(`${YEAR}[^年]{0,40}?(?:执行|完成)情况.{0,30}?${YEAR}.{0,40}?预算`).exec(
    headOf(face).replaceAll("\n", ""),
  );
  const [review, plan] = [Number(pair?.[1] ?? 0), Number(pair?.[2] ?? 0)];
  if (pair !== null && plan === review + 1) {
    return { years: { years: [review, plan], reviewYear: review, planYear: plan }, doubt: null };
  }
  const lines = [...face.titles, face.fileTitle ?? "", ...face.captions];
  const executed = mostCommon(lines.flatMap((line) => (DONE.test(line) ? yearsOf(line).slice(0, 1) : [])));
  const told = lines.flatMap((line) =>
    !DONE.test(line) && AHEAD.test(line) ? yearsOf(line).slice(0, 1) : [],
  );
  const planned = mostCommon(told) ?? plannedInOpening(face, executed);
  if (planned !== null)
    return {
      years: around(planned),
      doubt:
        executed !== null && executed !== planned - 1
          ? `it speaks of ${executed} and plans ${planned}`
          : null,
    };
  if (executed !== null) return { years: one(executed), doubt: null };
  const [titled] = headOf(face).split("\n").flatMap(yearsOf);
  if (titled !== undefined) return { years: around(titled), doubt: "only the year of its title tells" };
  const date = meetingDate(face.front) ?? null;
  return date === null ? sure(NONE) : { years: around(date.year), doubt: "only the date tells" };
}

/** 2024年一般公共预算“三公”经费支出预算数: the first year that the opening has a budget of. */
function plannedInOpening({ opening }: ReportFace, executed: number | null): number | null {
  if (executed !== null) return null;
  const found = new RegExp(`${YEAR}[^年，。]{0,30}预算`).exec(opening)?.[1];
  return found === undefined ? null : Number(found);
}

/** The one year that a paper accounts for: of its title, else of most of its captions. */
function oneYear(face: ReportFace): YearsFound {
  const titled = [face.titles.slice(0, -1), [face.fileTitle ?? ""]].map((lines) => lines.flatMap(yearsOf)[0]);
  const [own, file] = titled;
  const most = mostCommon(face.captions.flatMap((line) => yearsOf(line).slice(0, 1)));
  const year = own ?? most ?? file ?? null;
  if (year === null) {
    // 2010年4月居民消费价格指数 is of its month, and 2010年4月20日 is a date.
    const [month] = face.titles.flatMap((line) => dateIn(line) ?? []);
    if (month !== undefined && month.day === null) return { years: one(month.year), doubt: null };
    const opened = yearsOf(face.opening)[0];
    return opened === undefined
      ? sure(NONE)
      : { years: one(opened), doubt: "only the first year named tells" };
  }
  const other = file !== undefined && file !== year;
  return { years: one(year), doubt: other ? `the file's own title says ${file}, its text ${year}` : null };
}

/** Years that are no part of a date, in order. */
const yearsOf = (line: string): number[] =>
  [
    ...line.matchAll(
      /(?<!\d)((?:19|20)\d\d)年(?!\d{1,2}月\d{1,2}日|\d{1,2}月(?![至—\-－～~]|份)(?!.{0,12}(?:情况|数据|指标|分析)))/gu,
    ),
  ].map(([, year]) => Number(year));

function mostCommon(years: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best === undefined ? null : best[0];
}

/** Reports given to an assembly, news, and papers of no known kind. */
function spokenYears(kind: DocumentKind, face: ReportFace): YearsFound {
  const head = headOf(face);
  const half = HALF_YEAR.exec(head)?.[1];
  if (half !== undefined)
    return sure({ years: [Number(half)], reviewYear: Number(half), planYear: Number(half) });
  const review = EXECUTED.exec(head.replaceAll("\n", ""))?.[1];
  if (review !== undefined && kind !== "work-report") return sure(around(Number(review) + 1));
  if (kind === "other") {
    const past = LOOKS_BACK.exec(head)?.[1] ?? annual(face);
    const year = past ?? overTable(face);
    if (year !== null) return sure(one(Number(year)));
  }
  const { year, doubt } = deliveryYear(face);
  return year === null ? sure(NONE) : { years: around(year), doubt };
}

/** 生态环境状况公报…2024年度: a paper on one year. */
const annual = ({ titles }: ReportFace): string | undefined =>
  /公报|白皮书|年度报告|状况|年报/.test(titles.join("\n"))
    ? /((?:19|20)\d\d)年度?(?!\d{1,2}月)/.exec(titles.join("\n"))?.[1]
    : undefined;

const isRow = (line: string): boolean => line.includes("|");

/** 各市国民经济主要指标（2015年） right over a table is a table of that year. */
function overTable({ front }: ReportFace): number | null {
  const first = front.findIndex(isRow);
  const years = front.slice(0, Math.max(first, 0)).map(plain).flatMap(yearsOf);
  return new Set(years).size === 1 ? (years[0] ?? null) : null;
}

/** 一、2023年工作回顾: the year that a heading looks back on outweighs the year of the title. */
const HEADED_REVIEW =
  /^(?:[一二三]、|[（(][一二三][）)])\s{0,4}((?:19|20)\d\d)年(?!以来)[^，。\d\n]{0,12}(?:回顾|总结|工作情况|完成情况)$/gmu;

function headedReview(text: string): number | null {
  const years = new Set([...withAsciiYears(text).matchAll(HEADED_REVIEW)].map(([, year]) => Number(year)));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/** The year of the assembly, of a heading that looks back, of the title, or the one after the year looked back on. */
function deliveryYear({ front, text }: ReportFace): { year: number | null; doubt: string | null } {
  const date = meetingDate(front);
  if (date !== null) return { year: date.year, doubt: null };
  const headed = headedReview(text);
  if (headed !== null) return { year: headed + 1, doubt: null };
  const lines = front.filter((line) => !isRow(line));
  const printed = lines.map((line) => dateIn(line)?.year).find((year) => year !== undefined);
  if (printed !== undefined) return { year: printed, doubt: null };
  const start = withAsciiYears(text.slice(0, 6000));
  const review =
    /((?:19|20)\d\d)年(?:的)?(?:政府|经济|主要)?(?:工作|经济|发展).{0,10}(?:回顾|总结|情况)/.exec(start)?.[1];
  if (review !== undefined) return { year: Number(review) + 1, doubt: null };
  const ahead = /(?:二|三)、\s*((?:19|20)\d\d)年/.exec(withAsciiYears(text))?.[1];
  if (ahead !== undefined) return { year: Number(ahead), doubt: null };
  const most = mostCommon([...start.matchAll(/((?:19|20)\d\d)年/g)].map(([, year]) => Number(year)));
  return { year: most === null ? null : most + 1, doubt: "only the year named most tells" };
}

export function meetingDate(front: readonly string[]): PrintedDate | null {
  const dates = front.flatMap((line) => {
    const date = dateIn(line);
    return date === null || date.month === null ? [] : [{ line, date }];
  });
  return (dates.find(({ line }) => /会议|大会|通过/.test(line)) ?? dates[0])?.date ?? null;
}

const ORDINALS = "一二三四五六七八九";

/** 十四: 2021. The sixth plan of five years began in 1981; those before began in other years. */
function firstYearOf(ordinal: string): number | null {
  const [, tens = "", ones = ""] = /^(十?)([一二三四五六七八九]?)$/u.exec(ordinal) ?? [];
  const number = (tens === "" ? 0 : 10) + (ones === "" ? 0 : ORDINALS.indexOf(ones) + 1);
  return number < 6 ? null : 1981 + (number - 6) * 5;
}

function planYears(head: string, text: string): Years {
  const printed = /((?:19|20)\d\d)\s*[年—\-－–~～至]{1,3}\s*((?:19|20)\d\d)/.exec(head);
  const ordinal = /第([六七八九十一二三四五]{1,3})个五年|[“"]([六七八九十一二三四五]{1,3})五[”"]/.exec(
    head + text.slice(0, 2000),
  );
  const start = printed === null ? firstYearOf(ordinal?.[1] ?? ordinal?.[2] ?? "") : Number(printed[1]);
  if (start === null) return NONE;
  const years = Array.from({ length: 5 }, (_, at) => start + at);
  return { years, reviewYear: start - 1, planYear: start };
}
