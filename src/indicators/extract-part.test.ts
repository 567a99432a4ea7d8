import { describe, expect, it } from "vitest";
import type { Section, SourceDocument } from "#domain/document.ts";
import type { DocumentKind } from "#domain/document-kind.ts";
import { reportWith } from "./example-report.ts";
import { partAt } from "./extract-part.ts";

/** A report whose chapters are the given headings, each with one line of body; `line` is the text under them. */
function report(
  headings: readonly string[],
  kind: DocumentKind = "work-report",
  line = "城镇新增就业5万人。",
): SourceDocument {
  let text = "";
  const sections: Section[] = headings.map((title, at) => {
    const start = text.length;
    text += `${title}\n${line}\n`;
    const heading = { start, end: start + title.length };
    return {
      id: `s${at}`,
      parent: null,
      kind: "heading",
      level: 1,
      title,
      heading,
      span: { start, end: text.length },
    };
  });
  return reportWith({
    title: "某区人民政府工作报告",
    region: "渝北区",
    years: [2023, 2024],
    reviewYear: 2023,
    planYear: 2024,
    kind,
    text,
    sections,
  });
}

/** The part of the body under each heading. */
function parts(document: SourceDocument) {
  return document.sections.map((section) => partAt(document, section.heading.end + 1));
}

describe("partAt", () => {
  it("tells review from plan by the chapters", () => {
    expect(parts(report(["一、2023年工作回顾", "二、2024年重点工作", "三、加强政府自身建设"]))).toEqual([
      "review",
      "plan",
      "plan",
    ]);
  });

  it("takes 计划执行情况 and 目标任务完成情况 for the review", () => {
    expect(parts(report(["一、2023年国民经济和社会发展计划执行情况", "二、2024年计划草案"]))).toEqual([
      "review",
      "plan",
    ]);
    expect(parts(report(["一、“十四五”目标任务全面完成", "二、2024年任务"]))).toEqual(["review", "plan"]);
  });

  it("finds the plan in the text where no heading opens it", () => {
    const document = report(
      ["一、2023年工作回顾"],
      "work-report",
      "回顾。\n今年经济社会发展的主要预期目标是：增长6%。\n其他工作。",
    );
    expect(partAt(document, document.text.indexOf("回顾。"))).toBe("review");
    expect(partAt(document, document.text.indexOf("其他工作"))).toBe("plan");
  });

  it("does not take a chapter after 一、…回顾 for one that looks back, whatever it is called", () => {
    const document = report([
      "一、“十五”期间的回顾",
      "二、用科学发展观统领“十一五”发展",
      "三、强化农业基础",
      "四、2024年重点工作",
    ]);
    expect(parts(document)).toEqual(["review", null, null, "plan"]);
  });

  it("hears how the first chapter opens, and where a later one sets aims, whatever they are called", () => {
    const past = report(
      ["一、全面实施“十四五”规划，各项任务取得新进展"],
      "work-report",
      "各位代表，2023年，我们齐心协力，新建学校9所。",
    );
    expect(parts(past)).toEqual(["review"]);
    const aims = report(
      ["一、砥砺奋进，各项事业取得显著成绩", "二、开拓创新，干出新成效"],
      "work-report",
      "调控的主要目标建议为：增长6%。",
    );
    expect(parts(aims)).toEqual(["review", "plan"]);
  });

  it("looks forward in a chapter that presents the plan of the coming years", () => {
    const plan = report(
      ["一、各项任务胜利完成", "二、实现新跨越", "三、做好各项工作"],
      "work-report",
      "《规划纲要》围绕建设强省，提出了总体布局。",
    );
    expect(parts(plan)).toEqual(["review", "plan", "plan"]);
  });

  it("does not guess in news", () => {
    expect(parts(report(["社会治理多项实践成为典型", "推动发展迈上新台阶 2024年这样干"], "news"))).toEqual([
      null,
      "plan",
    ]);
  });

  it("looks back in a communiqué", () => {
    expect(parts(report(["一、综合", "二、农业"], "communique"))).toEqual(["review", "review"]);
  });
});
