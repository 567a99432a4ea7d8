import fc from "fast-check";
import { expect, it } from "vitest";
import { maskPersonalData } from "./mask.ts";

it.each([
  ["我的身份证是11010119900307123X，能查吗？", "我的身份证是[证件号]，能查吗？"],
  ["旧证110101900307123", "旧证[证件号]"],
  ["打13812345678或138-1234-5678或+86 138 1234 5678", "打[电话]或[电话]或[电话]"],
  ["座机023-67706666、(023)67706666", "座机[电话]、[电话]"],
  ["写信给zhang.san@example.gov.cn。", "写信给[邮箱]。"],
  ["渝A12345、渝AD12345、川A·1234学被拖走", "[车牌]、[车牌]、[车牌]被拖走"],
  ["电话１３８１２３４５６７８", "电话[电话]"],
])("masks %s", (text, masked) => {
  expect(maskPersonalData(text)).toBe(masked);
});

it.each([
  "江北区2022年GDP是1744亿元，增长6.7%，2023年呢？",
  "2021-2025年累计投资24364000万元",
  "渝北、江北的A级景区有几个？",
])("leaves %s as it is", (text) => {
  expect(maskPersonalData(text)).toBe(text);
});

it("lets no mobile number through, whatever stands around it", () => {
  const around = fc.string({ unit: fc.constantFrom(..."问电话是，。 呢？") });
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(around, digits, around, (before, rest, after) => {
      expect(maskPersonalData(`${before}13${rest}${after}`)).not.toContain(rest);
    }),
  );
});
