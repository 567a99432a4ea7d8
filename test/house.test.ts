import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import rulesFile from "./house.json" with { type: "json" };

const source = path.resolve(import.meta.dirname, "../src");
const rules = z
  .object({
    /** The folders that stand beside the rooms: they may import every room, and no room may import them. */
    composition: z.array(z.string()),
    rooms: z.record(z.string(), z.array(z.string())),
    onlyIn: z.record(z.string(), z.array(z.string())),
    noInputOutput: z.array(z.string()),
  })
  .parse(rulesFile);

interface Import {
  readonly file: string;
  readonly room: string;
  readonly specifier: string;
}

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$/.test(file));

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(path.join(source, file), "utf8");
  const folder = file.includes("/") ? (file.split("/")[0] ?? "") : "composition";
  const room = rules.composition.includes(folder) ? "composition" : folder;
  const found = text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g);
  return [...found].map(([, specifier = ""]) => ({ file, room, specifier }));
});

const across = imports.filter(({ room, specifier }) => room !== "composition" && specifier.startsWith("#"));

/** The files a file imports, by their paths under `src`. */
const neighbours = new Map(
  files.map((file) => [
    file,
    imports
      .filter((each) => each.file === file && /^(?:#|\.\/)/.test(each.specifier))
      .map(({ specifier }) =>
        specifier.startsWith("#") ? specifier.slice(1) : path.posix.join(path.posix.dirname(file), specifier),
      ),
  ]),
);

/** All that a file imports, and what those import, and so on. */
function reach(file: string): Set<string> {
  const found = new Set<string>();
  const open = [...(neighbours.get(file) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(neighbours.get(next) ?? []));
  }
  return found;
}

describe("the house", () => {
  test.each(Object.keys(rules.rooms))("%s imports only the rooms it may", (room) => {
    const allowed = new Set([room, ...(rules.rooms[room] ?? [])]);
    const strays = across
      .filter((each) => each.room === room && !allowed.has(each.specifier.slice(1).split("/")[0] ?? ""))
      .map(({ file, specifier }) => `${file} → ${specifier}`);
    expect(strays).toEqual([]);
  });

  test("no file comes to import itself, types included", () => {
    expect(files.filter((file) => reach(file).has(file))).toEqual([]);
  });

  test("every room is in the table", () => {
    expect([...new Set(imports.map(({ room }) => room))].sort()).toEqual(
      [...Object.keys(rules.rooms), "composition"].sort(),
    );
  });

  test("no room reaches out with ../ or into the composition", () => {
    const strays = imports.filter(
      ({ room, specifier }) =>
        specifier.startsWith("../") || (room !== "composition" && /^#[^/]+\.ts$/.test(specifier)),
    );
    expect(strays).toEqual([]);
  });

  test.each(Object.entries(rules.onlyIn))("%s is known only where it belongs", (library, rooms) => {
    const users = imports.filter(
      ({ specifier }) => specifier === library || specifier.startsWith(`${library}/`),
    );
    expect([...new Set(users.map(({ room }) => room))].filter((room) => !rooms.includes(room))).toEqual([]);
  });

  test.each(rules.noInputOutput)("%s does no input or output", (room) => {
    const strays = imports.filter(
      (each) => each.room === room && each.specifier.startsWith("node:") && each.specifier !== "node:crypto",
    );
    expect(strays).toEqual([]);
  });

  test("no file re-exports another room", () => {
    const strays = files.filter((file) =>
      /export\s+(?:\*|\{[^}]*\})\s+from\s+"#/.test(readFileSync(path.join(source, file), "utf8")),
    );
    expect(strays).toEqual([]);
  });
});
