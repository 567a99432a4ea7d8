import { expect, test } from "vitest";
import { readReport } from "./read-report.ts";
import { withRegionsToldApart } from "./tell-apart-regions.ts";

function reportOf(place: string) {
  const text = `${place}2023年政府工作报告\n各位代表：\n一、2022年工作回顾\n全区稳中有进。`;
  const { document } = readReport({ file: "a.txt", bytes: new TextEncoder().encode(text), metadata: null });
  if (document === null) throw new Error("not read");
  return document;
}

const regionsOf = (...places: readonly string[]) =>
  withRegionsToldApart(places.map(reportOf)).map(({ region }) => region);

test("two places of one name are filed with the city they lie in", () => {
  expect(regionsOf("南京市鼓楼区", "福州市鼓楼区")).toEqual(["南京市鼓楼区", "福州市鼓楼区"]);
});

test("one place keeps its name, however many reports it has", () => {
  expect(regionsOf("南京市鼓楼区", "江苏省南京市鼓楼区", "渝北区")).toEqual(["鼓楼区", "鼓楼区", "渝北区"]);
});
