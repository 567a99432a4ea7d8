import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type FactFile, factFileSchema } from "./cell-fact.ts";
import { expandedTables } from "./expanded-table.ts";
import { judge } from "./judge-fact.ts";
import { readers } from "./readers.ts";

/**
 * Facts that people read off real files, against what the readers make of those files. The files are not part of the project:
 * they lie in `../shared/files` beside it, or under SHARED_DIR. Without them the tests are skipped and say so.
 */
const shared = process.env["SHARED_DIR"] ?? path.resolve(import.meta.dirname, "../../../shared");

const factFiles: readonly FactFile[] = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) =>
    factFileSchema.parse(JSON.parse(readFileSync(path.join(import.meta.dirname, name), "utf8"))),
  );

describe.each(factFiles)("$file", ({ file, facts }) => {
  const where = path.join(shared, "files", file);
  const load = readers[file.slice(file.lastIndexOf(".") + 1)];
  test("every fact stands in its row under its column", { timeout: 180_000 }, async (context) => {
    if (!existsSync(where)) return context.skip(`${where} is not here`);
    if (load === undefined) return context.skip(`no reader for ${file} so far`);
    const reader = await load();
    const tables = expandedTables(await reader(readFileSync(where)));
    const told = facts.map((fact) => ({ fact, verdict: judge(fact, tables) }));
    const missed = told.filter(({ fact, verdict }) => verdict !== "exact" && fact.shortfall === null);
    const mended = told.filter(({ fact, verdict }) => verdict === "exact" && fact.shortfall !== null);
    expect({ missed, mended }).toEqual({ missed: [], mended: [] });
  });
});

test("facts are written down for the readers", () => {
  expect(factFiles.length).toBeGreaterThan(0);
});
