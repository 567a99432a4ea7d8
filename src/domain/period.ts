/**
 * The time a figure is of, in the form of the wire contract:
 * - `year`: the whole year of its row, or the state the report gives for that year
 * - `2023-Q1`, `2023-H1`, `2023-01/2023-11`: part of a year, by its months
 * - `2016/2020`: several years together (年均, 五年累计), the first and the last
 * - `at:2023-12-31`: the state at a date
 * - `unknown`: the report narrows the time in a way that is not understood
 */
export type Period =
  | "year"
  | "unknown"
  | `${number}-${"Q" | "H"}${number}`
  | `${number}-${string}/${number}-${string}`
  | `${number}/${number}`
  | `at:${string}`;

const two = (number: number): string => String(number).padStart(2, "0");

/** The months `from` to `to` of `year`, both counted from 1: 1 to 3 is `2023-Q1`, 1 to 11 `2023-01/2023-11`, 1 to 12 `year`. */
export function monthsOf(year: number, from: number, to: number): Period {
  if (!(from >= 1 && from <= to && to <= 12)) return "unknown";
  if (from === 1 && to === 12) return "year";
  if (to - from === 5 && from % 6 === 1) return `${year}-H${(from + 5) / 6}`;
  if (to - from === 2 && from % 3 === 1) return `${year}-Q${(from + 2) / 3}`;
  return `${year}-${two(from)}/${year}-${two(to)}`;
}

/** The years `from` to `to` together; `unknown` when they do not follow each other. */
export function yearsTogether(from: number, to: number): Period {
  return from < to ? `${from}/${to}` : "unknown";
}

/** The state at the end of a month, or at a day of it. */
export function stateAt(year: number, month: number, day?: number): Period {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (!(month >= 1 && month <= 12)) return "unknown";
  return day !== undefined && (day < 1 || day > last)
    ? "unknown"
    : `at:${year}-${two(month)}-${two(day ?? last)}`;
}

/** True for what may be told of the year `year` without more: the whole of it, or the state at its end. */
export function isWholeYear(period: Period, year: number): boolean {
  return period === "year" || period === `at:${year}-12-31`;
}

const HALF = ["", "上半年", "下半年"];
const QUARTER = ["", "一季度", "二季度", "三季度", "四季度"];

/** How a reader is told of a period that is not the whole year: 上半年, 1—11月, 2016—2020年, 截至6月30日; empty for `year`. */
export function periodWords(period: string): string {
  if (period === "year") return "";
  if (period === "unknown") return "时段不明";
  const at = /^at:(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/.exec(period)?.groups;
  if (at !== undefined) return `截至${Number(at["month"])}月${Number(at["day"])}日`;
  const part = /^\d{4}-(?<part>[QH])(?<number>\d)$/.exec(period)?.groups;
  if (part !== undefined)
    return (part["part"] === "Q" ? QUARTER : HALF)[Number(part["number"])] ?? "时段不明";
  const [from = "", to = ""] = period.split("/");
  if (!from.includes("-")) return `${from}—${to}年`;
  const [first, last] = [Number(from.slice(5)), Number(to.slice(5))];
  if (first === 1 && last === 9) return "前三季度";
  return first === last ? `${first}月` : `${first}—${last}月`;
}
