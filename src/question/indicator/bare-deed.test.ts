import { expect, test } from "vitest";
import { sameThing } from "./bare-deed.ts";

test.each([
  ["改造提升车行道", "改造", "改造提升车行道"],
  ["公益性育苗 万株", "育苗", "公益性育苗 万株"],
  ["开工 重点项目", "竣工 个", "竣工 重点项目"],
])("after %s the words %s are about %s", (topic, residue, meant) => {
  expect(sameThing(topic, residue)).toBe(meant);
});

test.each([
  ["改造提升车行道", "人行道"],
  ["新增停车位", "充电桩"],
  ["开工", "竣工"],
  ["车行道", ""],
])("after %s the words %s name something else", (topic, residue) => {
  expect(sameThing(topic, residue)).toBeNull();
});
