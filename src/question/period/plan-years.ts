/** Which year each numbered five-year plan begins with: 十四五 runs from 2021 to 2025. */
const PLANS: Readonly<Record<string, number>> = { 一: 2006, 二: 2011, 三: 2016, 四: 2021, 五: 2026 };

/** 十四五期间, “十四五”末; the plan's own name (十四五规划) is no time. */
const PLAN =
  /[“"「]?十([一二三四五])五[”"」]?(期间|时期|以来|这五年|五年|期末|末期|末|收官(?:之年)?|开局(?:之年)?|初期|初)年?/;
const LAST = /末|收官/;
const FIRST = /开局|初/;

/** The years of a five-year plan spoken of as a stretch of time; null when there is none. */
export function readPlanYears(folded: string): { years: number[]; rest: string } | null {
  const [written, number = "", when = ""] = PLAN.exec(folded) ?? [];
  const first = PLANS[number];
  if (written === undefined || first === undefined) return null;
  const all = [0, 1, 2, 3, 4].map((step) => first + step);
  const years = LAST.test(when) ? all.slice(-1) : FIRST.test(when) ? all.slice(0, 1) : all;
  return { years, rest: folded.replace(written, " ") };
}
