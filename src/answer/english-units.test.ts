import { expect, test } from "vitest";
import { englishUnit } from "./english-units.ts";

test.each([
  ["亿元", "100 million yuan"],
  ["万人", "10,000 people"],
  ["万亿元", "million million yuan"],
  ["个百分点", "percentage points"],
  ["微克/立方米", "micrograms per cubic metre"],
  ["万", "10,000"],
])("%s is %s", (unit, english) => expect(englishUnit(unit)).toBe(english));

test.each(["%", "盏灯", "坰"])("%s has no English here", (unit) => expect(englishUnit(unit)).toBeNull());
