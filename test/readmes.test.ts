import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const root = path.resolve(import.meta.dirname, "..");
const read = (name: string) => readFileSync(path.join(root, name), "utf8");
const [english, chinese] = ["README.md", "README.zh-CN.md"].map(read);

/** The levels of the headings, in order. */
const outline = (text = "") => text.match(/^#+(?= )/gm) ?? [];
/** What each table row is about, in any language: the code in its first cell, else the packages named there. */
const rows = (text = "") =>
  [...text.matchAll(/^\| ([^|]+) \|/gm)]
    .map(([, cell = ""]) =>
      (cell.match(/`[^`]+`/g) ?? cell.match(/[@a-z][\w@/.-]*[a-z0-9]/g) ?? []).join(" "),
    )
    .map((key) => (key.startsWith("`npm run ask") ? "ask" : key))
    .filter((key) => key !== "" && !["setting", "command", "format", "package"].includes(key));
const packages = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .transform(({ dependencies, devDependencies }) => Object.keys({ ...dependencies, ...devDependencies }))
  .parse(JSON.parse(read("package.json")))
  .filter((name) => !name.startsWith("@types/"));

describe("the two READMEs", () => {
  test("have the same headings", () => expect(outline(chinese)).toEqual(outline(english)));
  test("have the same rows in their tables", () => expect(rows(chinese)).toEqual(rows(english)));
  test.each(packages)("give the reason for %s", (name) => {
    for (const text of [english, chinese]) expect(rows(text).join(" ").split(" ")).toContain(name);
  });
});
