import { expect, test } from "vitest";
import { rightlySpelt } from "./catalogue-misspelt.ts";

test.each([
  ["森林复盖率实际多少", "森林覆盖率实际多少"],
  ["一半公共预算收入增速", "一般公共预算收入增速"],
  ["社会消废品零售总额", "社会消费品零售总额"],
  ["规上工业总产直和城镇新增旧业", "规上工业总产值和城镇新增就业"],
])("%s", (typed, meant) => {
  expect(rightlySpelt(typed)).toBe(meant);
});

test.each(["地区生产总值", "农村居民人均可支配收入", "常住人口和户籍人口", "高新技术企业数"])(
  "a name as it is stays: %s",
  (name) => {
    expect(rightlySpelt(name)).toBe(name);
  },
);
