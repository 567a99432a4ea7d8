import { expect, test } from "vitest";
import type { DocumentMetadata } from "#domain/document.ts";
import { outlineOf } from "./outline.ts";
import { reportNamed } from "./report-named.ts";

const document = (
  id: string,
  rest: Pick<DocumentMetadata, "title" | "region" | "kind">,
): DocumentMetadata => ({
  id,
  years: [],
  reviewYear: null,
  planYear: null,
  issuer: null,
  published: null,
  file: `${id}.txt`,
  sourceName: `${id}.txt`,
  ...rest,
});
const outline = outlineOf([
  document("a", { title: "2023年洛阳市国民经济和社会发展统计公报", region: "洛阳市", kind: "communique" }),
  document("b", { title: "国民经济和社会发展第十个五年计划纲要", region: "全国", kind: "five-year-plan" }),
  document("c", { title: "江北区政府工作报告", region: "江北区", kind: "work-report" }),
]);

test.each([
  ["统计公报里博物馆有几个", "洛阳市"],
  ["公报显示社零是多少", "洛阳市"],
  ["十五计划纲要提出建设哪条铁路", "全国"],
  ["第十个五年计划为什么要推进城镇化", "全国"],
  ["十四五规划提出了什么", null],
  ["工作报告里写了什么", null],
])("%s", (asked, region) => {
  expect(reportNamed(asked, outline)?.region ?? null).toBe(region);
});
