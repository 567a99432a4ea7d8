import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { IndexUnusableError } from "#domain/errors.ts";
import { exampleContent, exampleVector } from "./example-content.ts";
import { isCurrent, whyStale } from "./is-current.ts";
import { openIndex, openSoundIndex } from "./open-index.ts";
import { publishIndex } from "./publish-index.ts";
import { readPointer, versionDirectory } from "./versions.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "wenzheng-index-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function currentPath(): string {
  const pointer = readPointer(directory);
  if (pointer === null || pointer === "damaged") throw new Error("nothing published");
  return versionDirectory(directory, pointer.version);
}

test("what was published is what is read", async () => {
  const content = exampleContent();
  const manifest = await publishIndex(directory, content);
  expect(manifest.counts).toEqual({ documents: 2, chunks: 8, indicators: 6 });
  const index = openIndex(directory);
  expect(index.documents()).toEqual(content.documents);
  expect(index.chunks()).toEqual(content.chunks);
  expect(index.indicators({})).toEqual(content.indicators);
  index.close();
});

test("equal content gives equal bytes", async () => {
  const first = await publishIndex(directory, exampleContent());
  const second = await publishIndex(directory, exampleContent());
  expect(second.files).toEqual(first.files);
});

test("an index without a single passage is an index", async () => {
  await publishIndex(directory, exampleContent({ documents: [], chunks: [], vectors: [], indicators: [] }));
  const index = openIndex(directory);
  expect(index.chunks()).toEqual([]);
  expect(index.vectors.search(exampleVector(1), 5)).toEqual([]);
  expect(index.lexical.search(["生产"], { limit: 5 })).toEqual([]);
  index.close();
});

describe("content that does not fit together is refused", () => {
  const content = exampleContent();
  test.each([
    ["a vector too few", { vectors: content.vectors.slice(1) }],
    ["other dimensions", { embedder: { id: "example", dimensions: 9 } }],
    ["not a number", { vectors: content.vectors.map((vector) => vector.map(() => Number.NaN)) }],
    ["a chunk of no document", { documents: content.documents.slice(1) }],
  ])("%s", async (_, change) => {
    await expect(publishIndex(directory, exampleContent(change))).rejects.toThrow(RangeError);
    expect(readPointer(directory)).toBeNull();
  });
});

describe("an index that cannot be trusted is refused", () => {
  test("nothing there", () => {
    expect(() => openIndex(directory)).toThrow(IndexUnusableError);
  });

  test.each([
    "manifest.json",
    "corpus.sqlite",
    "lexical.bin",
    "vectors.f32",
    "vectors.hnsw",
    "vectors.nodes",
  ])("a flipped bit anywhere in %s", async (file) => {
    await publishIndex(directory, exampleContent());
    const path = join(currentPath(), file);
    const whole = readFileSync(path);
    for (const share of [0, 0.1, 0.37, 0.5, 0.8, 0.999]) {
      const bytes = Buffer.from(whole);
      const at = Math.floor(bytes.length * share);
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      writeFileSync(path, bytes);
      expect(() => openIndex(directory)).toThrow(/npm run build/);
    }
    writeFileSync(path, whole.subarray(1));
    expect(() => openIndex(directory)).toThrow(IndexUnusableError);
    rmSync(path);
    expect(() => openIndex(directory)).toThrow(IndexUnusableError);
  });

  test("a flipped bit anywhere in the pointer", async () => {
    await publishIndex(directory, exampleContent());
    const path = join(directory, "current");
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(path, bytes);
      expect(() => openIndex(directory)).toThrow(IndexUnusableError);
    }
  });
});

describe("where the current index is damaged, the one before it", () => {
  const damage = (file: string) => truncateSync(join(currentPath(), file), 0);

  beforeEach(async () => {
    await publishIndex(directory, exampleContent({ corpusDigest: "before" }));
    await publishIndex(directory, exampleContent({ corpusDigest: "now" }));
  });

  test.each(["corpus.sqlite", "lexical.bin", "vectors.f32", "vectors.hnsw", "manifest.json"])(
    "is opened for a damaged %s, and the reason is told",
    (file) => {
      damage(file);
      const { index, instead } = openSoundIndex(directory, "example");
      expect([index.corpusDigest, instead]).toEqual(["before", expect.stringContaining(file)]);
      index.close();
    },
  );

  test("is not looked at while the current one is good", () => {
    const { index, instead } = openSoundIndex(directory, "example");
    expect([index.corpusDigest, instead]).toEqual(["now", null]);
    index.close();
  });

  test("does not stand in for it when another model made it", () => {
    damage("lexical.bin");
    expect(() => openSoundIndex(directory, "another")).toThrow(/lexical\.bin/);
  });

  test("does not stand in for it when it is damaged as well", () => {
    damage("lexical.bin");
    const before = readPointer(directory, "previous");
    if (before === null || before === "damaged") throw new Error("nothing was published before");
    truncateSync(join(versionDirectory(directory, before.version), "vectors.f32"), 9);
    expect(() => openSoundIndex(directory, "example")).toThrow(/lexical\.bin/);
  });
});

test("a reader keeps its version while others are published", async () => {
  await publishIndex(directory, exampleContent());
  const reader = openIndex(directory);
  for (let round = 0; round < 4; round += 1) {
    await publishIndex(directory, exampleContent({ corpusDigest: `corpus-${round + 2}`, indicators: [] }));
  }
  expect(reader.corpusDigest).toBe("corpus-1");
  expect(reader.indicators({ regions: ["江北区"] })).toHaveLength(3);
  expect(reader.document("dadukou-2022")?.region).toBe("大渡口区");
  expect(readdirSync(join(directory, "versions"))).toHaveLength(3);
  reader.close();
  await publishIndex(directory, exampleContent());
  expect(readdirSync(join(directory, "versions"))).toHaveLength(2);
});

test("an index is current for its own corpus, model and program only", async () => {
  const expected = { corpusDigest: "corpus-1", embedderId: "example", codeVersion: "code-1" };
  expect(isCurrent(directory, expected)).toBe(false);
  await publishIndex(directory, exampleContent());
  expect(isCurrent(directory, expected)).toBe(true);
  expect(whyStale(directory, { ...expected, corpusDigest: "corpus-2" })).toMatch(/corpus/);
  expect(whyStale(directory, { ...expected, embedderId: "other" })).toMatch(/other/);
  expect(whyStale(directory, { ...expected, codeVersion: "code-2" })).toMatch(/program/);
});
