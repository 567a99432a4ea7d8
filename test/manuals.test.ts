import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const docs = path.resolve(import.meta.dirname, "../docs");
const CHINESE = ".zh-CN.md";
/** Papers of developers, which stand in one language, and the glossary, which holds both. */
const ONE_LANGUAGE = new Set(["ablations.md", "design.md"]);

const read = (name: string) => readFileSync(path.join(docs, name), "utf8");
const outline = (text: string) => text.replace(/```[\s\S]*?```/g, "").match(/^#+(?= )/gm) ?? [];
/** What each table row is about: the code in its first cell. */
const rows = (text: string) =>
  [...text.matchAll(/^\| *([^|]*`[^|]*) *\|/gm)].map(([, cell = ""]) =>
    (cell.match(/`[^`]+`/g) ?? []).join(" "),
  );

const manuals = readdirSync(docs).filter(
  (name) => name.endsWith(".md") && !name.endsWith(CHINESE) && !ONE_LANGUAGE.has(name),
);

describe.each(manuals)("the manual %s", (name) => {
  const chinese = name.replace(".md", CHINESE);

  test("is there in Chinese", () => expect(existsSync(path.join(docs, chinese))).toBe(true));

  test("has the same headings and the same table rows in both languages", () => {
    expect(outline(read(chinese))).toEqual(outline(read(name)));
    expect(rows(read(chinese))).toEqual(rows(read(name)));
  });
});
