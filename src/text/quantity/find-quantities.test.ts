import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuantities } from "./find-quantities.ts";

const read = (text: string) =>
  findQuantities(text).map(({ value, upper, unit, before, after }) =>
    [before, value, upper === null ? null : `~${upper}`, unit, after]
      .filter((part) => part !== null)
      .join(" "),
  );

describe("findQuantities", () => {
  it.each([
    ["突破1.9万亿元、增长4.2%", ["突破 1.9 万亿元", "4.2 %"]],
    ["310 天以上", ["310 天 以上"]],
    ["≥315", ["≥ 315"]],
    ["-4.3", ["-4.3"]],
    ["1,234.5亿元", ["1234.5 亿元"]],
    ["5万余户、100余家、1000 余万公斤", ["5 万户 余", "100 家 余", "1000 万公斤 余"]],
    ["16.2亿元/平方公里", ["16.2 亿元/平方公里"]],
    ["3至5家，5%-6%，0-3岁", ["3 ~5 家", "5 ~6 %", "0 ~3 岁"]],
    ["提高2.3和4.1个百分点", ["2.3", "4.1 个百分点"]],
    ["约3 个百分点以上", ["约 3 个百分点 以上"]],
    ["增长5.4％", ["5.4 %"]],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ["增长百分之七点四", ["7.4 %"]],
    ["达到五百七十九亿元", ["579 亿元"]],
    ["三万五千人", ["35000 人"]],
    ["七成以上", ["7 成 以上"]],
    ["万元GDP能耗", []],
    ["三大攻坚战", []],
    ["千亿元产业", []],
  ])("reads Chinese numerals in %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    "2022年5月3日",
    "2020-2022年",
    "1996年至2000年",
    "第3位",
    "5G基站2.0版",
    "“12345”热线",
    "三次产业结构3.9:39.0:57.1",
    "分别占1/5、1/3",
    "C919首飞",
  ])("finds no quantity in %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("spans what it read", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("实现", "约", "超过", "比上年", ""),
        fc.double({ min: 0.01, max: 99999, noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom("亿元", "%", "万人", "公里", "个百分点", "万亿元"),
        fc.constantFrom("左右", "以上", "，", "。", ""),
        (lead, number, unit, trail) => {
          const digits = number.toFixed(2);
          const text = `${lead}${digits}${unit}${trail}`;
          const [quantity, ...more] = findQuantities(text);
          expect(more).toEqual([]);
          expect(quantity).toMatchObject({ value: digits, unit, raw: `${digits}${unit}` });
          expect(text.slice(quantity?.start, quantity?.end)).toBe(quantity?.raw);
        },
      ),
    );
  });

  it("never throws and never overlaps", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(..."0129.,%亿万元年月第至-—余近超三十百分之点 个人，。")),
        (characters) => {
          const text = characters.join("");
          let end = 0;
          for (const quantity of findQuantities(text)) {
            expect(quantity.start).toBeGreaterThanOrEqual(end);
            expect(quantity.value).toMatch(/^-?\d+(\.\d+)?$/);
            end = quantity.end;
          }
        },
      ),
    );
  });
});
