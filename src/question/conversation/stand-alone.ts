import type { Question, Side } from "#question/question.ts";

const ENDINGS: Record<Question["operation"], string> = {
  value: "是多少？",
  met: "完成了吗？",
  compare: "比较如何？",
  difference: "相差多少？",
  sum: "合计多少？",
  series: "历年是多少？",
  rank: "哪里最高？",
  list: "有哪些？",
  count: "有几项？",
  definition: "是什么意思？",
  reason: "的原因是什么？",
  passage: "的情况？",
};

/** More years than these are told by their ends. */
const MOST_LISTED = 5;

/** 前年（2022年）: the question as typed, with the years its words were read as where it does not name them. */
function withYearsRead({ asked, years, relativeYear }: Omit<Question, "text">): string {
  const digits = asked.normalize("NFKC");
  if (years.length === 0 || years.some((year) => digits.includes(String(year).slice(2)))) return asked;
  const [first, last] = [years[0], years.at(-1)];
  const read =
    years.length > MOST_LISTED
      ? `（${first}—${last}年）`
      : `（${years.map((year) => `${year}年`).join("、")}）`;
  if (relativeYear !== null && asked.includes(relativeYear))
    return asked.replace(relativeYear, relativeYear + read);
  return `${asked.replace(/[？?。]+$/u, "")}${read}${/[？?]$/u.test(asked) ? "？" : ""}`;
}

/**
 * The question as one sentence that stands without the conversation. A question that took nothing over is
 * shown as it was typed, with the years that its words for them were read as.
 */
export function standAlone(question: Omit<Question, "text">): string {
  if (question.sides.length > 1)
    return `${question.sides.map(named).join("、")}${ENDINGS[question.operation]}`;
  const sought = soughtIn(question);
  if (!question.followUp) return `${withYearsRead(question)}${sought}`;
  const where =
    question.operation === "definition"
      ? ""
      : question.regions.join("、") || question.otherRegions.join("、");
  const when =
    question.operation === "definition" ? "" : question.years.map((year) => `${year}年`).join("、");
  return `${where}${when}${subject(question)}${ENDINGS[question.operation]}${sought}`;
}

/** （在黔东南苗族侗族自治州的报告中查找）: where a place that has no report of its own is looked for. */
function soughtIn({ regions, inside }: Omit<Question, "text">): string {
  if (regions.length > 0 || inside.length === 0) return "";
  return `（在${[...new Set(inside.map(({ region }) => region))].join("、")}的报告中查找）`;
}

const named = (side: Side): string =>
  `${side.regions.join("、")}${side.years.map((year) => `${year}年`).join("、")}${subject(side)}`;

function subject({ indicators, topic, kinds }: Pick<Side, "indicators" | "topic" | "kinds">): string {
  const what =
    indicators.length > 0
      ? indicators.map(({ names, phrase }) => names[0] ?? phrase).join("、")
      : topic.replaceAll(" ", "");
  const said = kinds.map((kind) => (kind === "target" ? "目标" : "实际"));
  return `${what}${[...new Set(said)].join("和")}`;
}
