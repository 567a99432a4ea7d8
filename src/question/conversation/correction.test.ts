import { expect, test } from "vitest";
import { withoutCorrection } from "./correction.ts";

test.each([
  ["哎呀搞混了,我是说渝北", "渝北"],
  ["不好意思,我打错了,应该是2020年的", "2020年的"],
  ["渝北,我刚才说错了", "渝北"],
  ["抱歉,看岔了,是进出口总额", "进出口总额"],
  ["不不不,是2020年的", "2020年的"],
  ["不是江北,是大渡口", "大渡口"],
  ["你搞错了噻,我问的是大渡口", "大渡口"],
  ["no, i meant yubei", "yubei"],
  ["不是停车位,我问的是公共充电桩", "公共充电桩"],
  ["不看目标,只看实际", "只看实际"],
  ["说错了应该是渝北2023年的", "渝北2023年的"],
])("%s takes back what was said and means %s", (turn, words) => {
  expect(withoutCorrection(turn)).toEqual({ words, corrects: true });
});

test.each(["不对", "渝北gdp是多少?", "不好意思,渝北gdp是多少?", "是不是超额完成了?", "我想问渝北的"])(
  "%s takes nothing back",
  (turn) => {
    expect(withoutCorrection(turn)).toEqual({ words: turn, corrects: false });
  },
);
