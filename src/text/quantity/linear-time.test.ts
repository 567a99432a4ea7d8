import { readdirSync, readFileSync } from "node:fs";
import { checkSync } from "recheck";
import { describe, expect, test, vi } from "vitest";

/** Patterns written out in the sources of this folder, and those put together when they load. */
const here = new URL(".", import.meta.url);
const sources = readdirSync(here)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => readFileSync(new URL(name, here), "utf8"))
  .join("\n");
const LITERAL =
  /(?<=[=(,[?:]\s*)\/(?![*/])(?<source>(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/(?<flags>[a-z]*)/g;
const literals = [...sources.matchAll(LITERAL)].map(({ groups }) => [
  groups?.["source"] ?? "",
  groups?.["flags"] ?? "",
]);

const made: string[][] = [];
vi.stubGlobal(
  "RegExp",
  class extends RegExp {
    constructor(source: string, flags?: string) {
      super(source, flags);
      made.push([source, flags ?? ""]);
    }
  },
);
await import("./read-cell.ts");
await import("./footnote-marks.ts");
vi.unstubAllGlobals();

describe("no pattern of the grammar takes more than time in proportion to the text", () => {
  test("the patterns are found", () => {
    expect(literals.length).toBeGreaterThan(30);
    expect(made.length).toBeGreaterThan(5);
  });

  test.each([...literals, ...made])("/%s/%s", (source, flags) => {
    // A sticky pattern is tried at one place alone.
    const sticky = flags?.includes("y") === true;
    const pattern = sticky ? `^(?:${source})` : (source ?? "");
    expect(checkSync(pattern, (flags ?? "").replace("y", ""), { timeout: 20_000 }).status).toBe("safe");
  });
});
