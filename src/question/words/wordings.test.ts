import { expect, test } from "vitest";
import { officialWordings } from "./wordings.ts";

test("a citizen's phrase is put in the reports' words", () => {
  expect(officialWordings("地铁有多长")[0]).toContain("轨道交通");
  expect(officialWordings("老小区")[0]).toContain("老旧小区");
});
test("official words stay as they are", () => expect(officialWordings("重点项目")).toEqual([]));
