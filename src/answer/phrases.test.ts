import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import phrasesFile from "./phrases.json" with { type: "json" };
import { phrasesIn } from "./phrases.ts";

const zh = new Map(Object.entries(phrasesFile.zh));
const en = new Map(Object.entries(phrasesFile.en));
const slotsOf = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort();

const here = import.meta.dirname;
const code = readdirSync(here, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
  .map((file) => readFileSync(path.join(here, file), "utf8"))
  .join("\n");

/** Strings that look like a phrase's key: `cell.actual`, `refuse.region`. */
const families = new Set([...zh.keys()].map((key) => key.split(".")[0] ?? ""));
const named = [...code.matchAll(/"([a-z]+(?:\.[a-z_]+)+)"/g)]
  .map(([, key = ""]) => key)
  .filter((key) => families.has(key.split(".")[0] ?? ""));
/** Beginnings of keys that are put together: `cell.${row.kind}`. */
const begun = [...code.matchAll(/`([a-z]+\.)\$\{/g)].map(([, start = ""]) => start);

describe("the fixed sentences", () => {
  test("stand in both languages", () => expect([...en.keys()].sort()).toEqual([...zh.keys()].sort()));

  test.each([...zh.keys()])("%s tells a reader of either language the same", (key) => {
    const [chinese, english] = [zh.get(key) ?? "", en.get(key) ?? ""].map(
      (template) => new Set(slotsOf(template)),
    );
    expect(english).toEqual(chinese);
  });

  test.each([...new Set(named)])("%s is there for the code that says it", (key) =>
    expect(zh.has(key)).toBe(true),
  );

  test.each([...new Set(begun)])("%s… begins at least one", (start) => {
    expect([...zh.keys()].some((key) => key.startsWith(start))).toBe(true);
  });
});

describe("saying one", () => {
  test("fills its slots", () => {
    const say = phrasesIn("zh");
    expect(say("beside.target", { value: "7%左右", marks: "[1]" })).toBe("当年目标为7%左右[1]");
  });
  test("takes a value as it is, braces and dollars too", () => {
    expect(phrasesIn("zh")("beside.target", { value: "{marks}$&", marks: "" })).toBe("当年目标为{marks}$&");
  });
  test("fails loudly for a key or slot that is missing", () => {
    expect(() => phrasesIn("zh")("no.such")).toThrow(RangeError);
    expect(() => phrasesIn("en")("beside.target", { value: "7" })).toThrow(/marks/);
  });
});
