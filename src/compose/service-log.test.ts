import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LogFormat, logLine, onOneLine } from "./service-log.ts";

const entry = { level: "warn", where: "answering", message: "江北区\n2026-11-30 admin logged in" } as const;

describe("a line of the log", () => {
  test("is told as text with where it happened", () => {
    expect(logLine({ ...entry, message: "went over" }, "text")).toBe("answering: went over");
  });

  test("is JSON with time, level and process where programs gather it", () => {
    const line = logLine(entry, "json", new Date("2026-11-30T00:00:00Z"));
    expect(JSON.parse(line)).toEqual({
      time: "2026-11-30T00:00:00.000Z",
      level: "warn",
      pid: process.pid,
      where: "answering",
      message: "江北区\\n2026-11-30 admin logged in",
    });
  });

  test.each([
    ["a second line", "a\nb", "a\\nb"],
    ["a line begun anew", "a\rb", "a\\u000db"],
    ["the colours of a terminal", "\u001b[31mred", "\\u001b[31mred"],
    ["the title of a window", "\u009d0;x\u0007", "\\u009d0;x\\u0007"],
    ["letters in another order", "a\u202eb", "a\\u202eb"],
    ["a line separator", "a\u2028b", "a\\u2028b"],
  ])("holds no %s", (_, words, told) => expect(onOneLine(words)).toBe(told));

  test.each<LogFormat>(["text", "json"])("is one line of %s whatever is told", (format) => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (message) => {
        const line = logLine({ ...entry, message }, format);
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
