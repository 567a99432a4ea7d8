import { expect, test } from "vitest";
import { textFault } from "./text-faults.ts";

test.each(["", "江北区GDP？", "一\n二\t三\r\n四", "😀👨‍👩‍👧", "\u200b全角　空格", "ＧＤＰ"])(
  "%j is fine",
  (text) => {
    expect(textFault(text)).toBeNull();
  },
);

test.each([
  ["a\u0000", "U+0000"],
  ["a\rb", "U+000D"],
  ["\u001b[2J", "U+001B"],
  ["\u007f", "U+007F"],
  ["\u0085", "U+0085"],
  ["\u202eabc", "U+202E"],
  ["\u2069", "U+2069"],
])("%j is not, and both languages name %s", (text, name) => {
  const fault = textFault(text);
  expect(fault?.zh).toContain(name);
  expect(fault?.en).toContain(name);
});

test("a lone surrogate is not text", () => {
  expect(textFault("\ud83d")).not.toBeNull();
  expect(textFault("\ude00\ud83d")).not.toBeNull();
});
