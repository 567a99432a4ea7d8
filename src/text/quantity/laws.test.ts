import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readQuantities } from "./find-quantities.ts";
import { readCell } from "./read-cell.ts";

/** A figure with thousands and decimals, as the whole and the decimal digits. */
const figure = fc.tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.option(fc.integer({ min: 0, max: 99 })));

const GROUPINGS = ["", ",", "，", " ", "\u00a0", "\u2009", "\u202f"];
const MINUSES = ["-", "−", "－", "﹣", "–", "—", "↓", "⬇", "- ", "下降", "减少", "负增长"];
const PLUSES = ["", "+", "＋", "↑", "增长"];
const WIDTHS = [(text: string) => text, (text: string) => text.replace(/[\d.%]/g, wide)];
const MARKS = [
  "<sup>4</sup>",
  "⁴",
  "①",
  "[2]",
  "〔12〕",
  "【3】",
  "*",
  "※",
  "（注1）",
  "[注2]",
  "[^1]",
  " <sup>3</sup>",
];

const wide = (character: string): string => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0);

function printed([whole, decimals]: readonly [number, number | null], grouping: string): string {
  const grouped = String(whole).replace(/\B(?=(?:\d{3})+$)/g, grouping);
  return decimals === null ? grouped : `${grouped}.${decimals}`;
}

const digits = (parts: readonly [number, number | null]): string => printed(parts, "");

const notation = fc.record({
  parts: figure,
  grouping: fc.constantFrom(...GROUPINGS),
  width: fc.constantFrom(...WIDTHS),
  unit: fc.constantFrom("", "%", "亿元", "万人", "个百分点"),
});

describe("a figure is the same however it is printed", () => {
  test("below zero, by any sign, grouping and width", () => {
    fc.assert(
      fc.property(notation, fc.constantFrom(...MINUSES), ({ parts, grouping, width, unit }, sign) => {
        const cell = `${sign}${width(printed(parts, grouping))}${unit}`;
        expect(readCell(cell)).toMatchObject({ value: `-${digits(parts)}`, doubt: null });
      }),
    );
  });

  test("above zero, by any sign, grouping and width", () => {
    fc.assert(
      fc.property(notation, fc.constantFrom(...PLUSES), ({ parts, grouping, width, unit }, sign) => {
        fc.pre(!(unit === "" && /^(?:19|20)\d\d$/.test(digits(parts))));
        const cell = `${sign}${width(printed(parts, grouping))}${unit}`;
        expect(readCell(cell)).toMatchObject({ value: digits(parts), unit: unit || null, doubt: null });
      }),
    );
  });

  test("in brackets, as accounts print a loss", () => {
    fc.assert(
      fc.property(notation, fc.constantFrom("()", "（）"), ({ parts, grouping, width }, brackets) => {
        fc.pre(!/^(?:19|20)\d\d$/.test(digits(parts)));
        const cell = `${brackets[0]}${width(printed(parts, grouping))}${brackets[1]}`;
        expect(readCell(cell)).toMatchObject({ value: `-${digits(parts)}`, qualifier: null });
      }),
    );
  });
});

test("a mark behind a figure or its unit changes neither, and is kept", () => {
  fc.assert(
    fc.property(notation, fc.constantFrom(...MARKS), fc.boolean(), ({ parts, width, unit }, mark, inside) => {
      fc.pre(digits(parts) !== "10");
      const number = width(digits(parts));
      const text = inside ? `${number}${mark}${unit}` : `${number}${unit}${mark}`;
      const read = readCell(text);
      expect(read).toMatchObject({ value: digits(parts), unit: unit || null, doubt: null });
      expect(read?.marks).toEqual([mark.trim()]);
    }),
  );
});

test("offsets lead back to what is printed, in order and without overlap, whatever the text", () => {
  const character = fc.constantFrom(
    ..."0129.,，% \n％亿万元年月第至-—余近超三十百分之点个人。$\\{}^[]（）()①⁴*↓▲±:/翻番<sup>",
  );
  fc.assert(
    fc.property(fc.array(character, { maxLength: 60 }), (characters) => {
      const text = characters.join("");
      const { quantities, doubts, marks } = readQuantities(text);
      let last = 0;
      for (const { start, end, raw } of [...quantities, ...doubts].sort((a, b) => a.start - b.start)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toBe(raw);
        last = end;
      }
      for (const { value } of quantities) expect(value).toMatch(/^-?\d+(?:\.\d+)?$/);
      for (const { start, end, raw } of marks) expect(text.slice(start, end)).toBe(raw);
    }),
    { numRuns: 500 },
  );
});
