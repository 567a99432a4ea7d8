import { expect, test } from "vitest";
import { tellsOnlyGrowth } from "./mismatch.ts";

const asks = (asked: string, measure: "level" | "growth" | null = null) => ({
  operation: "value" as const,
  measure,
  asked,
});
const names = ["生产总值", "旅客吞吐量"];
const says = (folded: string) => ({ folded, names });

test("a growth alone is no amount", () => {
  const question = asks("2019年生产总值是多少亿元");
  expect(tellsOnlyGrowth(question, says("预计全年生产总值同比增长6.4%;预算收入超6亿元。"))).toBe(true);
  expect(tellsOnlyGrowth(question, says("全年生产总值达到97亿元,增长6.4%。"))).toBe(false);
});

test("an amount may stand beside its growth", () => {
  expect(tellsOnlyGrowth(asks("旅客多少", "level"), says("完成旅客吞吐量4465万人次、增长106%。"))).toBe(
    false,
  );
});

test("who asks for the growth is told it", () => {
  expect(tellsOnlyGrowth(asks("增长多少", "growth"), says("生产总值增长6.4%。"))).toBe(false);
});
