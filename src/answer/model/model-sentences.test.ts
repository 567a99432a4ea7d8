import { expect, it } from "vitest";
import { modelSentences } from "./model-sentences.ts";

it.each([
  [
    "a marker behind the full stop stays with its sentence",
    "甲为1个。[1]乙为2个。[2]",
    ["甲为1个。[1]", "乙为2个。[2]"],
  ],
  ["a marker before the full stop too", "甲为1个[1]。乙为2个[2]。", ["甲为1个[1]。", "乙为2个[2]。"]],
  [
    "other brackets become markers",
    "甲为1个【1】。乙为2个［2］。丙[^3]。",
    ["甲为1个[1]。", "乙为2个[2]。", "丙[3]。"],
  ],
  ["several in one bracket are several", "甲和乙共3个[1, 2]。", ["甲和乙共3个[1][2]。"]],
  ["a sentence takes the next marker of its line", "甲为1个。乙为2个。[1]", ["甲为1个。[1]", "乙为2个。[1]"]],
  ["but not that of another line", "甲为1个。\n乙为2个。[1]", ["甲为1个。", "乙为2个。[1]"]],
  ["nor the one before", "甲为1个。[1]乙为2个。", ["甲为1个。[1]", "乙为2个。"]],
  ["a quotation is not cut", "文中说“甲。乙。”，如此。[1]", ["文中说“甲。乙。”，如此。[1]"]],
  ["English is cut at its full stops", "A is 2.5%[1]. B is 3%[2].", ["A is 2.5%[1].", "B is 3%[2]."]],
  ["bullets and emphasis go", "- **甲**为1个[1]。\n2. 乙为2个[1]。", ["甲为1个[1]。", "乙为2个[1]。"]],
  ["thinking goes", "<think>也许是9。</think>甲为1个[1]。", ["甲为1个[1]。"]],
])("%s", (_what, written, sentences) => {
  expect(modelSentences(written)).toEqual(sentences);
});
