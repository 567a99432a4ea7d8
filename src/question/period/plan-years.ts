/** Which year each five-year plan begins with: 十四五 runs from 2021 to 2025. */
const PLANS: Readonly<Record<string, number>> = {
  十一五: 2006,
  十二五: 2011,
  十三五: 2016,
  十四五: 2021,
  十五五: 2026,
};

const STRETCH = "期间|时期|以来|这五年|五年|期末|末期|末|收官(?:之年)?|开局(?:之年)?|初期|初";
/** 十四五期间, “十四五”末. */
const PLAN = new RegExp(`[“"「]?(十[一二三四五]五)[”"」]?(${STRETCH})年?`, "u");
/** 十二五森林覆盖率目标: the plan's name alone; its papers (十四五规划) and its projects are no time. */
const ALONE =
  /[“"「]?(十[一二三四五]五)[”"」]?(?!五|[”"」]|年?(?:规划|纲要|计划|重[点大]|专项|工程|项目|方案|蓝图|建议)|$)/u;
const LAST = /末|收官/;
const FIRST = /开局|初/;
/** What is to be reached is reached at the end: 十二五城镇化率目标, 十三五达到多少. */
const REACHED = /目标|达到|达多少|提高到|增加到|降到|控制在/u;

/** The years of a five-year plan spoken of as a stretch of time; null when there is none. */
export function readPlanYears(folded: string): { years: number[]; rest: string } | null {
  const [written, name = "", when = ""] = PLAN.exec(folded) ?? alone(folded) ?? [];
  const first = PLANS[name];
  if (written === undefined || first === undefined) return null;
  const all = [0, 1, 2, 3, 4].map((step) => first + step);
  const years = LAST.test(when) ? all.slice(-1) : FIRST.test(when) ? all.slice(0, 1) : all;
  return { years, rest: folded.replace(written, " ") };
}

/** As if written with its end, where a level is to be reached by then; a growth or a sum is of no single year. */
function alone(folded: string): [string, string, string] | null {
  const [written, name] = ALONE.exec(folded) ?? [];
  if (written === undefined || name === undefined || !REACHED.test(folded)) return null;
  return /年均|累计|新增|增[长速幅]|增加(?!到)|涨/u.test(folded) ? null : [written, name, "末"];
}
