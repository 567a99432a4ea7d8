import type { TurnReading } from "#question/conversation/turn.ts";
import type { CorpusOutline } from "#question/outline.ts";
import type { NamedIndicator } from "#question/question.ts";

const OF_A_WORK_REPORT = /(?<!\d)(\d{4})年(?:[^\d，,。?？]{0,8})(?:政府工作|工作)报告/g;
const AIM =
  /目标|预期|计划|打算|安排|提出|力争|争取|拟|将要?|定(?:了|的|为|下|在)|要(?:达到|实现|完成|增长|新增)/;

/** 2019年政府工作报告里粮食产量是多少: the report given in 2019, which tells what was done in 2018 and what is aimed at for 2019. */
export function inYearsOfReport(
  turn: TurnReading,
  indicators: readonly NamedIndicator[],
  outline: CorpusOutline,
): TurnReading {
  const [year, another] = turn.years.years;
  const figure = turn.operation === null || turn.operation === "value" || turn.operation === "met";
  if (year === undefined || another !== undefined || indicators.length === 0 || !figure) return turn;
  const named = [...turn.folded.matchAll(OF_A_WORK_REPORT)].some(([, digits]) => Number(digits) === year);
  const held = outline.documents.some(
    ({ region, kind, planYear, reviewYear }) =>
      kind === "work-report" &&
      planYear === year &&
      reviewYear === year - 1 &&
      (turn.regions.length === 0 || (region !== null && turn.regions.includes(region))),
  );
  if (!named || !held || (turn.kinds.length === 0 && AIM.test(turn.folded))) return turn;
  if (turn.kinds.includes("target") && !turn.kinds.includes("actual")) return turn;
  const done = turn.kinds.includes("actual") || turn.operation === "met";
  return { ...turn, years: { ...turn.years, years: done ? [year - 1] : [year - 1, year] } };
}
