import { expect, test } from "vitest";
import { narrowerThan, widerThan } from "./catalogue-wider.ts";

test("a name that ends with another indicator's is narrower than that", () => {
  expect(widerThan("rural-income")).toContainEqual({ name: "居民人均可支配收入", narrowed: "农村" });
  expect(widerThan("manufacturing-investment")).toContainEqual({ name: "固定资产投资", narrowed: "制造业" });
});
test("words that reports put in many ways narrow nothing", () => {
  expect(widerThan("above-scale-value-added")).toEqual([]);
});
test("most names hold no other", () => expect(widerThan("gdp")).toEqual([]));
test("a whole has its parts", () => {
  expect(narrowerThan("disposable-income")).toContainEqual({ id: "urban-income", narrowed: "城镇" });
  expect(narrowerThan("rural-income")).toEqual([]);
});
