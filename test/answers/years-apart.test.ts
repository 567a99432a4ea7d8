import { expect, test } from "vitest";
import { askReport } from "./ask-report.ts";

/** Three communiqués in one file: of what stands under the last no sentence says which year it is of. */
const THREE_YEARS = ["2021", "2022", "2023"]
  .map(
    (year) =>
      `临江市${year}年国民经济和社会发展统计公报\n\n临江市统计局\n\n一、综合\n\n全市经济运行平稳，社会大局稳定。`,
  )
  .join("\n\n");
const REPORT = `${THREE_YEARS}\n\n二、教育\n\n建成智慧校园示范学校36所，惠及学生5.2万人。\n`;

test("a sentence that prints no year is not told of two years", async () => {
  const ask = await askReport(REPORT);
  const { status, answer } = await ask("临江市2022年和2023年建成智慧校园示范学校分别是多少所");
  expect(status).toBe("refused");
  expect(answer).not.toMatch(/202[23]年：/u);
});
