import { expect, test } from "vitest";
import { askReport } from "./ask-report.ts";

const INDEX = `青溪市2023年国民经济和社会发展统计公报

表1 2023年居民消费价格指数（上年=100）

| 指标 | 2022年 | 2023年 |
| --- | --- | --- |
| 居民消费价格指数 | 101.2 | 100.0 |
| 食品烟酒 | 101.9 | 101.2 |
`;

test("an index of 100 where the year before is 100 is no change, any other its distance from it", async () => {
  const ask = await askReport(INDEX);
  expect((await ask("青溪市2023年居民消费价格涨了多少")).answer).toMatch(/100\.0.*与上年持平/);
  expect((await ask("青溪市2022年居民消费价格涨了多少")).answer).toMatch(/上涨1\.2%（101\.2 − 100 = 1\.2）/);
  expect((await ask("青溪市2023年居民消费价格指数")).answer).not.toContain("持平");
});

const BUDGET = `青溪市2023年预算执行情况和2024年预算草案的报告

表2 2023年青溪市一般公共预算收入执行情况表

单位：亿元

| 项目 | 预算数 | 执行数 |
| --- | --- | --- |
| 税收收入 | 30.5 | 29.6 |
| 本年收入合计 | 50.3 | 48.9 |
`;

test("the last row of a table of accounts is what the table is named", async () => {
  const ask = await askReport(BUDGET);
  expect((await ask("青溪市2023年一般公共预算收入多少")).answer).toContain("48.9亿元");
  expect((await ask("青溪市2023年税收收入多少")).answer).toContain("29.6亿元");
});
