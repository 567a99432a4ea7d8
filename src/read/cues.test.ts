import { expect, test } from "vitest";
import { cues } from "./cues.ts";

test.each([
  ["each", "打沼气池一户补几百", "每户补助800元", "新增农村沼气用户30万户"],
  ["each", "城里低保每月多少钱", "城市低保标准提高到221元", "发放低保资金3亿元"],
  ["left", "还剩多少户没搬", "尚有120户未搬迁", "搬迁4.58万户"],
  ["share", "民间投资占多少", "民间投资占全部投资的62%", "民间投资3267亿元"],
  ["place", "机场建在哪个县", "在昌黎县建设新机场", "加快建设新机场"],
  ["named", "哪几家企业进了五百强", "海尔、海信、魏桥进入500强", "3家企业进入500强"],
  ["date", "大桥什么时候通车", "2022年9月通车", "大桥建成通车"],
] as const)("%s is asked for by “%s”, told by “%s” and not by “%s”", (kind, asked, told, untold) => {
  expect(cues.asks[kind].test(asked)).toBe(true);
  expect(cues.tells[kind].test(told)).toBe(true);
  expect(cues.tells[kind].test(untold)).toBe(false);
});

test.each(["2022年GDP是多少", "教育方面做了什么", "为什么财政收入下降"])(
  "“%s” asks for none of these kinds",
  (asked) => {
    const kinds = (["each", "left", "share", "place", "named", "date"] as const).filter((kind) =>
      cues.asks[kind].test(asked),
    );
    expect(kinds).toEqual([]);
  },
);
