import { expect, test } from "vitest";
import { englishUnit } from "./english-units.ts";

test.each([
  ["亿元", "hundred million yuan"],
  ["万人", "ten thousand people"],
  ["万亿元", "trillion yuan"],
  ["个百分点", "percentage points"],
  ["微克/立方米", "micrograms per cubic metre"],
  ["万", "ten thousand"],
])("%s is %s", (unit, english) => expect(englishUnit(unit)).toBe(english));

test.each(["%", "盏灯", "坰"])("%s has no English here", (unit) => expect(englishUnit(unit)).toBeNull());
