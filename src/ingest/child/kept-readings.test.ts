import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FileReading, fileReadingSchema } from "#ingest/formats/file-reading.ts";
import { KeptReadings } from "./kept-readings.ts";

const READING: FileReading = {
  blocks: [{ kind: "paragraph", text: "一、概况", origin: { page: 1, sheet: null } }],
  facts: { title: null, issuer: null, published: null, url: null },
  problems: [],
  pages: 1,
};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kept-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a reading is found again by the bytes and the code that read them", async () => {
  await new KeptReadings(folder, "code-1", fileReadingSchema).keep("pdf", "abc", READING);
  expect(await new KeptReadings(folder, "code-1", fileReadingSchema).find("pdf", "abc")).toEqual(READING);
  expect(await new KeptReadings(folder, "code-2", fileReadingSchema).find("pdf", "abc")).toBeNull();
  expect(await new KeptReadings(folder, "code-1", fileReadingSchema).find("docx", "abc")).toBeNull();
});

test("a damaged one is as good as none", async () => {
  await new KeptReadings(folder, "code", fileReadingSchema).keep("pdf", "abc", READING);
  for (const name of readdirSync(folder)) writeFileSync(path.join(folder, name), '{"blocks": [{}]');
  expect(await new KeptReadings(folder, "code", fileReadingSchema).find("pdf", "abc")).toBeNull();
});

test("what no file asked for goes", async () => {
  const before = new KeptReadings(folder, "code", fileReadingSchema);
  await before.keep("pdf", "abc", READING);
  await before.keep("pdf", "def", READING);
  const after = new KeptReadings(folder, "code", fileReadingSchema);
  await after.find("pdf", "abc");
  await after.prune();
  expect(readdirSync(folder)).toHaveLength(1);
});

test("a folder that cannot be written costs nothing but time", async () => {
  writeFileSync(path.join(folder, "file"), "");
  const kept = new KeptReadings(path.join(folder, "file", "parsed"), "code", fileReadingSchema);
  await kept.keep("pdf", "abc", READING);
  expect(await kept.find("pdf", "abc")).toBeNull();
});
