import { expect, test } from "vitest";
import { askReport } from "./ask-report.ts";

const REPORT = `青溪市2023年政府工作报告

青溪市人民政府

一、2022年工作回顾

持续扩大开放招商，全年签约亿元以上项目25个、总投资177亿元。

投入抗旱资金3.5亿元，出动抗旱人员1600万人次。把群众生活放在抗旱首位，解决了近1000万人的饮水困难。

二、2023年工作安排

新建农村公路300公里。
`;

test("a sentence that tells several parts is told once, with the figures of all", async () => {
  const ask = await askReport(REPORT);
  const { status, answer, citations } = await ask("全年签约亿元以上项目几个，总投资多少");
  expect(status).toBe("answered");
  expect(answer).toContain("25个");
  expect(answer).toContain("177亿元");
  expect(citations).toHaveLength(1);
});

test("parts that different sentences tell stand under one another", async () => {
  const ask = await askReport(REPORT);
  const { answer } = await ask("2022年签约亿元以上项目多少个？出动抗旱人员多少人次？");
  for (const figure of ["25个", "1600万人次"]) expect(answer).toContain(figure);
});

test("what no report tells is said to be missing beside what is told, and no other figure stands for it", async () => {
  const ask = await askReport(REPORT);
  const { answer } = await ask("2022年出动抗旱人员多少人次？新建机场多少个？");
  expect(answer).toContain("1600万人次");
  expect(answer).not.toContain("300");
});

test("a figure that the whole tells is not lost to a later part: amount and growth of one year, the aim of the next", async () => {
  const ask = await askReport(
    REPORT.replace("持续扩大", "全年地区生产总值560亿元。地区生产总值增速5.3%，居全省第二。持续扩大").replace(
      "新建农村",
      "地区生产总值增长6%。新建农村",
    ),
  );
  const { answer } = await ask("22年青溪gdp总量多少增速多少，今年定多少");
  for (const figure of ["560亿元", "5.3%", "6%"]) expect(answer).toContain(figure);
});
