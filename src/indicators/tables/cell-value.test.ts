import { describe, expect, it } from "vitest";
import { looksLikeValue } from "./cell-value.ts";

describe("looksLikeValue", () => {
  it.each(["7 左右", "—", "市级下达", "第2位", "完成市级下达任务（6000）"])("takes %s", (cell) => {
    expect(looksLikeValue(cell)).toBe(true);
  });
  it.each([
    "完成3个片区征收，启动8条道路改造，总投资12亿元",
    "市发改局",
    "重大活动：成功举办2022年江北嘴新金融峰会",
  ])("refuses %s", (cell) => {
    expect(looksLikeValue(cell)).toBe(false);
  });
});
