import type { Sources } from "#answer/sources.ts";
import type { DocumentKind } from "#domain/document-kind.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { withoutYearAndCode } from "#indicators/tables/indicator-names.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";
import { covers, missingIn, type TableAsked } from "./words-asked.ts";

/** Papers made of tables of statistics; plan and work reports name their figures in the catalogue's words. */
const STATISTICS: ReadonlySet<DocumentKind> = new Set([
  "communique",
  "budget",
  "final-accounts",
  "debt",
  "yearbook",
  "monthly",
  "disclosure",
  "other",
]);

/** A sentence on a place inside the report's region tells of it as a row of a table of places does: 乌恰县地区生产总值62.70亿元. */
export const tellsOfPlace = ({ source, scope, value }: IndicatorRow): boolean =>
  source === "sentence" && scope === "other" && value !== null;

/** The figures of tables that are of one of the regions, in a year asked about, and those of sentences on a place inside. */
export function rowsOf(
  sources: Sources,
  { years }: Pick<Question, "years">,
  regions: readonly string[],
): readonly IndicatorRow[] {
  const filter = { regions, ...(years.length === 0 ? {} : { years }) };
  return sources.rows(filter).filter((row) => {
    const { source, documentId, value } = row;
    if (tellsOfPlace(row)) return true;
    const kind = sources.document(documentId)?.kind;
    return source === "table" && value !== null && kind !== undefined && STATISTICS.has(kind);
  });
}

/** The figures that sentences tell of a region with reports of its own, in a year asked about. */
export function toldOf(
  sources: Sources,
  { years }: Pick<Question, "years">,
  region: string,
): readonly IndicatorRow[] {
  const filter = { regions: [region], ...(years.length === 0 ? {} : { years }) };
  return sources
    .rows(filter)
    .filter(({ source, scope, value }) => source === "sentence" && scope === "own" && value !== null);
}

/** What a row is called, and all that its table says of it. */
interface Described {
  readonly row: IndicatorRow;
  /** The name of the figure, folded: 货物运输总量·铁路. */
  readonly name: string;
  /** The same with the titles above it. */
  readonly around: string;
}

const GROWTH_NAME = /(?:增速|增长率?|增减|涨跌幅?度?|涨幅|幅度)$/u;
const SHARE_ENDING = /(?:比重|占比|比例|率|%)$/u;
/** 占…, 完成预算的, 为上年决算数的: said anywhere in the last part of a name. */
const SHARE_WORDS: readonly (readonly [string, readonly string[]])[] = [
  ["占", [""]],
  ["完成", ["预算"]],
  ["为", ["预算", "决算", "上年"]],
];

/** True for the name of a share: its last part ends in 占比 or 率, or tells of what it is a part. */
function isShareName(name: string): boolean {
  const last = name.slice(name.lastIndexOf("·") + 1);
  return (
    SHARE_ENDING.test(last) ||
    SHARE_WORDS.some(([verb, whole]) => {
      const at = last.indexOf(verb);
      return at >= 0 && whole.some((each) => last.includes(each, at + verb.length));
    })
  );
}

function described(row: IndicatorRow): Described {
  const name = foldPlain(row.indicator);
  const around = `${name} ${foldPlain(row.name)} ${row.section.slice(-2).map(foldPlain).join(" ")}`;
  return { row, name, around: around.replaceAll(" ", "") };
}

/** Growth and share are told only where they are asked for, and then nothing else is. */
function isOfMeasure({ indicator }: IndicatorRow, { growth, share }: TableAsked, said: string): boolean {
  const last = indicator.split("·").at(-1) ?? "";
  if (share) return isShareName(last) && !GROWTH_NAME.test(last);
  if (growth) return GROWTH_NAME.test(last);
  if (GROWTH_NAME.test(last)) return false;
  return !/^(?:完成|占|为|决算数为|执行数为)/u.test(last) || said.includes(foldPlain(last));
}

/** The row's own name within what the figure is called: it must have been said. */
function coreOf({ indicator, name }: IndicatorRow): string {
  const own = foldPlain(canonicalName(withoutYearAndCode(name)).indicator).replaceAll(" ", "");
  const whole = foldPlain(indicator).replaceAll(" ", "");
  if (own.length > 0 && whole.includes(own)) return own;
  const parts = whole.split("·").map((part) => part.replace(/(?:增速|增长率?)$/u, ""));
  return parts.findLast((part) => part !== "" && !isShareName(part)) ?? whole;
}

/** 一般公共服务 beside 支出 in the title: what the table is of may be left off the name. */
const ENDING = /(?:支出|收入|增加值|产值|产量|合计|总计|总量|数量|类|数|额)$/u;

/** What a name may hold beside what it names. */
const EMPTY = /^(?:地方|本年|年末|全年|累计|各项|一般公共预算|全部)+(?=.{2})/u;

/** True where the row's name is said, and all that is said is told by the row and the titles above it. */
function fitsWords({ row, name, around }: Described, { words, said, known }: TableAsked): boolean {
  const meant = known.find(({ phrase, names }) => phrase.length > 1 && names.includes(row.indicator));
  if (meant !== undefined && words.every((word) => covers(`${name}${meant.phrase}`, word))) return true;
  const core = coreOf(row).replace(EMPTY, "");
  // 总收入 of accounts holds what is given by others and what is left over: no 收入 that was asked for.
  if (/^总[收支][入出]/u.test(core) && !said.includes("总")) return false;
  const bare = core.replace(ENDING, "");
  if (!covers(said, bare.length > 1 ? bare : core)) return false;
  return words.every((word) => covers(around, word));
}

/** How many characters of its name were not said: the fewer, the more the row is what was asked for. */
const unsaid = ({ name, row }: Described, { said, known }: TableAsked): number =>
  known.some(({ names }) => names.includes(row.indicator))
    ? 0
    : name
        .split("·")
        .filter((part) => !TOTAL.test(part))
        .reduce((sum, part) => sum + missingIn(part.replace(GROWTH_NAME, "").replace(EMPTY, ""), said), 0);

/** The whole is what is asked for where no part of it is named. */
const TOTAL = /^[总合共]计$/u;

/** The rows among `rows` that the question's words describe best; several where they say no more than they have in common. */
export function bestDescribed(rows: readonly IndicatorRow[], asked: TableAsked): readonly IndicatorRow[] {
  if (asked.words.length === 0) return [];
  const fits = new Map<string, boolean>();
  const fitting = rows.flatMap((row) => {
    // Rows of one name under one title are described alike: a column of a yearbook is looked at once.
    const key = [row.indicator, row.name, row.section.at(-1)].join("|");
    const known = fits.get(key);
    if (known === false) return [];
    const one = described(row);
    const found = known ?? (isOfMeasure(row, asked, asked.said) && fitsWords(one, asked));
    fits.set(key, found);
    return found ? [one] : [];
  });
  const least = Math.min(...fitting.map((one) => unsaid(one, asked)));
  return fitting.filter((one) => unsaid(one, asked) === least).map(({ row }) => row);
}

const KIND_ORDER = ["actual", "estimate", "target", "unknown"] as const;

/** The rows of the kind that the words ask for (调整预算数); where they ask for none, results before what is only thought or planned. */
export function ofKindAsked(
  rows: readonly IndicatorRow[],
  { printed: named, growth, share }: TableAsked,
  kinds: Question["kinds"],
): readonly IndicatorRow[] {
  // A growth or a share is of the figure it is printed beside, whatever its words name.
  const asked = growth || share ? null : named;
  if (asked !== null) {
    const printed = rows.filter(({ printedKind }) => printedKind === asked.printed);
    if (printed.length > 0) return printed;
    const near = rows.filter(({ kind, printedKind }) => kind === asked.kind && printedKind === undefined);
    if (near.length > 0) return near;
    const plain = asked.printed === "预算数" || asked.printed === "执行数";
    return plain ? rows.filter(({ kind }) => kind === asked.kind) : [];
  }
  const [only, another] = growth || share ? [] : kinds;
  const wanted = another === undefined && only !== undefined ? [only, "estimate" as const] : KIND_ORDER;
  for (const kind of wanted) {
    const found = rows.filter((row) => row.kind === kind);
    if (found.length > 0) return found;
  }
  return [];
}
