import { beforeAll, describe, expect, test } from "vitest";
import { askReport } from "./ask-report.ts";

type Told = Awaited<ReturnType<typeof askReport>>;

/** A question, what must be told, and what may not be told beside it. */
type Case = [question: string, told: readonly string[], not: readonly string[]];

const BUDGET = `# 昌都市2025年预算执行情况和2026年预算草案的报告

表1 2025年全市一般公共预算收支情况表
单位：万元

| 项目 | 预算数 | 调整预算数 | 执行数 | 完成调整预算% | 项目 | 预算数 | 调整预算数 | 执行数 | 完成调整预算% |
|---|---|---|---|---|---|---|---|---|---|
| 税收收入 | 1843 | 1800 | 1760 | 97.8 | 教育支出 | 7004 | 7001 | 6990 | 99.8 |
| 非税收入 | 955 | 950 | 996 | 104.8 | 彩票公益金支出 | 31 | 32 | 33 | 103.1 |

表2 2025年市本级一般公共预算收支情况表
单位：万元

| 项目 | 预算数 | 调整预算数 | 执行数 | 完成调整预算% | 项目 | 预算数 | 调整预算数 | 执行数 | 完成调整预算% |
|---|---|---|---|---|---|---|---|---|---|
| 税收收入 | 143 | 140 | 145 | 103.6 | 教育支出 | 704 | 701 | 699 | 99.7 |
| 非税收入 | 95 | 94 | 97 | 103.2 | 彩票公益金支出 | 11 | 12 | 13 | 108.3 |

表3 2025年分地区政府债务限额和余额情况表
单位：万元

| 地区 | 债务限额 | 债务限额 | 债务余额 | 债务余额 |
|---|---|---|---|---|
| 地区 | 一般债务 | 专项债务 | 一般债务 | 专项债务 |
| 昌都市 | 8931 | 2057 | 8920 | 2050 |
| 市本级 | 2295 | 484 | 2290 | 480 |
| 江达县 | 972 | 169 | 970 | 168 |
| 芒康县 | 432 | 400 | 430 | 399 |
| 卡若区 | 710 | 0 | 709 | 0 |
`;

describe("a budget", () => {
  let ask: Told;
  beforeAll(async () => {
    ask = await askReport(BUDGET);
  });

  test.each<Case>([
    ["昌都市2025年税收收入执行数是多少", ["1760", "执行数"], ["145"]],
    ["昌都市本级2025年税收收入执行数是多少", ["145", "昌都市本级"], ["1760"]],
    ["昌都市2025年教育支出调整预算数是多少", ["7001", "调整预算数"], []],
    ["昌都市2025年教育支出预算数和执行数分别是多少", ["7004", "6990"], []],
    ["昌都市2025年彩票公益金支出完成调整预算的百分之几", ["103.1"], []],
    ["昌都市2025年专项债务余额是多少", ["2050"], ["480", "2057"]],
    ["江达县2025年专项债务余额是多少", ["168", "江达县"], []],
    ["芒康县和江达县2025年一般债务余额谁高", ["江达县", "970", "430"], []],
    ["昌都市2025年各县一般债务余额哪个最高", ["江达县", "970"], []],
  ])("%s", async (question, told, not) => {
    const { answer, status } = await ask(question);
    expect(status).toBe("answered");
    for (const each of told) expect(answer).toContain(each);
    for (const each of not) expect(answer).not.toMatch(new RegExp(`(?<!\\d)${each}(?!\\d)`));
  });

  test("what no table prints is not told", async () => {
    const { status } = await ask("江达县2025年彩票公益金支出执行数是多少");
    expect(status).not.toBe("answered");
  });
});

const COMMUNIQUE = `# 周口市2025年国民经济和社会发展统计公报

表1 2025年居民消费价格指数（上年=100）

| 指标 | 指数 |
|---|---|
| 居民消费价格 | 99.2 |
| 鲜菜 | 96.4 |

表2 2025年交通运输主要指标

| 指标 | 单位 | 绝对数 | 比上年增长% |
|---|---|---|---|
| 货物运输总量 | 亿吨 | 2.60 | -3.8 |
| #铁路 | 亿吨 | 0.80 | 1.5 |
| 货物运输周转量 | 亿吨公里 | 983.80 | -3.4 |
| #铁路 | 亿吨公里 | 124.37 | -4.0 |

表3 2025年分行业固定资产投资增长速度

| 行业 | 比上年增长（%） |
|---|---|
| 采矿业 | -6.8 |
| 制造业 | 29.4 |
`;

describe("a communiqué", () => {
  let ask: Told;
  beforeAll(async () => {
    ask = await askReport(COMMUNIQUE);
  });

  test.each<Case>([
    ["周口市2025年鲜菜价格指数是多少", ["96.4"], []],
    ["周口市2025年铁路货物运输周转量是多少", ["124.37", "亿吨公里"], ["983.80"]],
    ["周口市2025年铁路货物运输总量增长多少", ["1.5%"], []],
    ["周口市2025年采矿业固定资产投资增速", ["6.8", "固定资产投资"], []],
  ])("%s", async (question, told, not) => {
    const { answer, status } = await ask(question);
    expect(status).toBe("answered");
    for (const each of told) expect(answer).toContain(each);
    for (const each of not) expect(answer).not.toContain(each);
  });
});

const ACCOUNTS_IN_PROSE = `# 昌都市2025年预算执行情况和2026年预算草案的报告

一、2025年预算执行情况

1.全市一般公共预算收支执行情况

全市一般公共预算收入完成86.6亿元，比上年增长4.8%。全市一般公共预算支出完成401.9亿元，比上年增长1.1%。

2.市级一般公共预算收支执行情况

市级一般公共预算收入完成37.3亿元，比上年增长6.9%。

3.市级主要支出科目执行情况

教育支出48.5亿元，增长2.2%。主要用于办好学校。

社会保障和就业支出49.6亿元，增长3.1%。

表1 2025年昌都高新区一般公共预算支出执行情况表
单位：万元

| 项目 | 预算数 | 执行数 |
|---|---|---|
| 教育支出 | 5559 | 5368 |
| 科学技术支出 | 314 | 305 |
| 农林水支出 | 271 | 265 |
`;

describe("a budget told in sentences", () => {
  let ask: Told;
  beforeAll(async () => {
    ask = await askReport(ACCOUNTS_IN_PROSE);
  });

  test.each<Case>([
    ["昌都市2025年教育支出是多少", ["48.5", "昌都市本级"], ["5368"]],
    ["昌都市2025年市级社会保障和就业支出是多少", ["49.6", "昌都市本级"], []],
    ["昌都市2025年一般公共预算收入是多少", ["86.6"], ["37.3"]],
    ["昌都市级2025年一般公共预算收入是多少", ["37.3", "昌都市本级"], ["86.6"]],
  ])("tells what is the city's own level as such: %s", async (question, told, not) => {
    const { answer, status } = await ask(question);
    expect(status).toBe("answered");
    for (const each of told) expect(answer).toContain(each);
    for (const each of not) expect(answer).not.toMatch(new RegExp(`(?<!\\d)${each}(?!\\d)`));
  });
});

const TWO_LEVELS = `# 昌都市2025年预算执行情况和2026年预算草案的报告

表1 2025年市级一般公共预算支出执行情况表
单位：万元

| 项目 | 预算数 | 执行数 |
|---|---|---|
| 教育支出 | 9025 | 7640 |
| 农林水支出 | 902 | 764 |

表2 2025年市本级一般公共预算支出执行情况表
单位：万元

| 项目 | 预算数 | 执行数 |
|---|---|---|
| 教育支出 | 6747 | 5366 |
| 农林水支出 | 674 | 536 |

表3 2025年中央对昌都市专项转移支付情况表
单位：万元

| 项目 | 执行数 |
|---|---|
| 教育支出 | 2952 |
| 农林水支出 | 295 |
`;

describe("a budget that tells 市级 from 市本级", () => {
  let ask: Told;
  beforeAll(async () => {
    ask = await askReport(TWO_LEVELS);
  });

  test.each<Case>([
    ["昌都市2025年市级教育支出执行数是多少", ["7640", "昌都市级"], ["5366", "2952"]],
    ["昌都市2025年市本级教育支出执行数是多少", ["5366", "昌都市本级"], ["7640", "2952"]],
  ])("%s", async (question, told, not) => {
    const { answer, status } = await ask(question);
    expect(status).toBe("answered");
    for (const each of told) expect(answer).toContain(each);
    for (const each of not) expect(answer).not.toMatch(new RegExp(`(?<!\\d)${each}(?!\\d)`));
  });
});
