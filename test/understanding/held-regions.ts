import type { DocumentMetadata } from "#domain/document.ts";
import { outlineOf } from "#question/outline.ts";
import { createUnderstand } from "#question/understand.ts";

/** What is known of a report whose text does not matter. */
export function report(region: string, reviewYear: number, title: string): DocumentMetadata {
  const id = `${region}-${reviewYear}`;
  return {
    id,
    title,
    region,
    years: [reviewYear, reviewYear + 1],
    reviewYear,
    planYear: reviewYear + 1,
    kind: "plan-report",
    issuer: null,
    published: null,
    file: `${id}.txt`,
    sourceName: `${id}.txt`,
  };
}

/** A corpus of three districts of Chongqing, one of them with an older and a newer report. */
export const outline = outlineOf([
  report("江北区", 2020, "关于重庆市江北区2020年国民经济和社会发展计划执行情况的报告"),
  report("江北区", 2022, "关于重庆市江北区2022年国民经济和社会发展计划执行情况的报告"),
  report("大渡口区", 2022, "重庆市大渡口区2022年国民经济和社会发展计划执行情况的报告"),
  report("渝北区", 2023, "重庆市渝北区人民政府工作报告"),
]);

/** Reads a conversation, oldest turn first. */
export const understand = createUnderstand(outline);

/** The last of several turns, read after those before it. */
export const reading = (...turns: readonly string[]) => understand(turns);

/** Canonical names of the indicators a reading holds, the first choice of each. */
export const indicatorsOf = (turns: readonly string[]): string[] =>
  understand(turns).indicators.map(({ names, phrase }) => names[0] ?? phrase);
