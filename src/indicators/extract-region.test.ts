import { expect, it } from "vitest";
import { reportWith } from "./example-report.ts";
import { regionMeant } from "./extract-region.ts";

const district = reportWith({ title: "重庆市江北区2022年计划执行情况的报告", years: [2022] });

it.each([
  ["全区", "江北区"],
  ["我区", "江北区"],
  ["全市", "重庆市"],
  ["全国", "全国"],
  ["全省", undefined],
])("%s in a report of 江北区 in 重庆市 is %s", (word, region) => {
  expect(regionMeant(district, word)).toBe(region);
});

it("takes 全市 for the report's own region in a city's report", () => {
  expect(regionMeant({ ...district, title: "洛阳市统计公报", region: "洛阳市" }, "全市")).toBe("洛阳市");
  expect(regionMeant({ ...district, title: "内蒙古自治区工作报告", region: "内蒙古自治区" }, "全区")).toBe(
    "内蒙古自治区",
  );
});
