import { beforeAll, describe, expect, test } from "vitest";
import type { ChatResponse } from "#protocol/chat.ts";
import { askReport } from "./ask-report.ts";

const REPORT = `关于重庆市巴南区2023年国民经济和社会发展计划执行情况及2024年计划草案的报告

一、2023年国民经济和社会发展计划执行情况

（一）主要指标完成情况

未完成的指标分别是进出口总额增速、社会消费品零售总额增速。进出口总额增速未达目标，主要是笔记本电脑代工订单外移；社会消费品零售总额增速未达目标，主要是汽车类消费走弱。

表1 2023年主要指标完成情况

| 指标名称 | 单位 | 2023年目标 | 2023年完成 |
| --- | --- | --- | --- |
| 地区生产总值增速 | % | 6.0 | 6.3 |
| 规模以上工业增加值增速 | % | 7.0 | 8.1 |
| 进出口总额增速 | % | 3.0 | -11.8 |
| 社会消费品零售总额增速 | % | 8.0 | 6.9 |

（二）重点工作推进情况

国控断面劣V类水比例从10.4%下降到6.8%。冉庄村被命名为第三批中国历史文化名村，圣灯山国家森林公园跻身首批5个国家级旅游名园行列。食品工业产值突破300亿元，石油化工、造纸业均突破200亿元。农业增产增效，粮食总产量33万吨。

（三）存在的困难和问题

我们也清醒地看到，发展中还有一些需要高度关注的新情况新问题：有效投资不足，房地产投资持续下滑；产业链条不长，龙头企业偏少。对此，我们一定高度重视，切实加以解决。

二、2024年重点任务

培育未来产业。聚焦未来制造，推动生物制造发展。聚焦未来信息，推动空天信息发展。聚焦未来能源，加快新型储能发展。

实现上述目标，要打造“三个巴南”：

（一）增强发展后劲，打造更添动能的活力巴南。抓好园区建设。

（二）提升城市颜值，打造更富内涵的品质巴南。抓好城市更新。

（三）增进民生福祉，打造更有温度的幸福巴南。办好民生实事。
`;

let answer: (...turns: readonly string[]) => Promise<ChatResponse>;
beforeAll(async () => {
  answer = await askReport(REPORT);
});

describe("a reason told in the clause on the indicator", () => {
  test("answers why its aim was missed", async () => {
    const { reason, answer: told } = await answer("巴南区2023年进出口总额增速为什么没达到目标");
    expect(reason).toBe("reason");
    expect(told).toContain("订单外移");
  });
});

test("a computation is written with the figures as the report prints them", async () => {
  const told = (await answer("巴南区2023年规上工业增加值增速的目标和完成各是多少")).answer;
  expect(told).toContain("8.1 − 7.0 = 1.1");
});

describe("lists as reports set them out", () => {
  test("sentences that begin alike behind a short head", async () => {
    const told = (await answer("巴南区的“未来产业”包括哪些方向")).answer;
    for (const each of ["未来制造", "未来信息", "未来能源"]) expect(told).toContain(each);
  });
  test("headings behind the very count that is asked for", async () => {
    const told = (await answer("巴南区要打造的“三个巴南”包括哪些")).answer;
    for (const each of ["活力巴南", "品质巴南", "幸福巴南"]) expect(told).toContain(each);
  });
  test("problems, where a report tells of them", async () => {
    const told = (await answer("巴南区2023年工作中遇到的新情况新问题有哪些")).answer;
    expect(told).toContain("龙头企业偏少");
  });
});

describe("what a sentence tells is told in its words", () => {
  test.each([
    ["巴南国控断面劣V类水比例从多少降到多少", ["10.4%", "6.8%"]],
    ["巴南哪个村被评为中国历史文化名村", ["冉庄村"]],
    ["圣灯山国家森林公园是第几批国家级旅游名园", ["首批"]],
    ["巴南县2023年粮食产量", ["33万吨"]],
  ])("%s", async (asked, told) => {
    const { status, answer: given } = await answer(asked);
    expect(status).toBe("answered");
    for (const words of told) expect(given).toContain(words);
  });
});

describe("a work report named by the year it was given in", () => {
  const WORK = `2019年容城县政府工作报告

各位代表：

一、2018年工作回顾

过去的一年，一般公共预算收入完成2.2亿元，增长31.4%。

二、2019年工作安排

今年的主要预期目标是：一般公共预算收入增长5.6%。
`;
  let of: typeof answer;
  beforeAll(async () => {
    of = await askReport(WORK);
  });
  test.each([
    ["容城县2019年政府工作报告里一般公共预算收入完成了多少", "2018年一般公共预算收入为2.2亿元"],
    ["容城县2019年政府工作报告提出一般公共预算收入增长多少", "2019年一般公共预算收入增速的目标为5.6%"],
  ])("%s", async (asked, told) => expect((await of(asked)).answer).toContain(told));
});
