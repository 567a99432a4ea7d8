import { expect, it } from "vitest";
import { withJoined } from "./catalogue-joined.ts";
import { findMentions } from "./catalogue-mentions.ts";

it.each([
  ["城镇和农村居民收入增速哪个快", ["urban-income", "rural-income"]],
  ["第二、第三产业增加值各多少", ["secondary-value-added", "tertiary-value-added"]],
  ["进口和出口总额", ["imports", "exports"]],
  ["就业和农村居民收入", ["new-urban-jobs/employment", "rural-income"]],
  ["城镇居民收入是农村的几倍", ["urban-income", "rural-income"]],
  ["第二产业增加值比第三产业高多少", ["secondary-value-added", "tertiary-value-added"]],
  ["城镇居民收入和社零", ["urban-income", "retail-sales"]],
  ["教育和农村居民收入", ["rural-income"]],
  ["城镇居民收入是多少", ["urban-income"]],
])("%s", (text, concepts) => {
  const found = withJoined(text, findMentions(text));
  expect(found.map((mention) => mention.concepts.join("/"))).toEqual(concepts);
  for (const { start, end, phrase } of found) expect(text.slice(start, end)).toBe(phrase);
});
