import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SourceDocument } from "#domain/document.ts";
import { createEmbedder } from "#embed/create-embedder.ts";
import { readCorpus } from "#ingest/read-corpus.ts";
import { indexedText } from "#store/index-content.ts";
import { cutDocument } from "../../src/compose/build/cut-document.ts";
import { type CuttingParts, cutDocuments } from "../../src/compose/build/cut-documents.ts";
import { embedTexts } from "../../src/compose/build/embed-texts.ts";
import { KeptCuts } from "../../src/compose/build/kept-cuts.ts";
import { readConfiguration } from "../../src/configuration.ts";

const { embedder: settings } = readConfiguration({});
const folder = mkdtempSync(path.join(tmpdir(), "wenzheng-cut-"));
afterAll(() => rmSync(folder, { recursive: true }));
let documents: readonly SourceDocument[];
beforeAll(async () => {
  // What follows a report needs no long one, and long ones take their time to embed.
  const corpus = path.join(folder, "corpus");
  mkdirSync(corpus);
  for (const name of ["dadukou-2022-plan-report.txt", "jiangbei-2023-news.txt"])
    writeFileSync(path.join(corpus, name), readFileSync(path.join("corpus", name), "utf8").slice(0, 3_000));
  documents = (await readCorpus(corpus)).documents;
}, 60_000);

const partsIn = (name: string): CuttingParts => ({
  last: null,
  embedder: settings,
  known: [],
  kept: new KeptCuts(path.join(folder, name), "code model"),
  onProgress: () => {},
  few: 1,
});

test("processes make of documents what one process makes, in order and to the last bit", async () => {
  const { cuts, problems } = await cutDocuments(documents, partsIn("same"));
  const embedder = await createEmbedder(settings);
  expect(problems).toEqual([]);
  expect(cuts).toHaveLength(documents.length);
  for (const [at, document] of documents.entries()) {
    const here = await cutDocument(document);
    expect(cuts[at]).toEqual({ ...here, vectors: await embedTexts(here.chunks.map(indexedText), embedder) });
  }
}, 240_000);

test("a document that cannot be cut is named and takes no other with it; a build after it goes on from what is kept", async () => {
  const [first, second] = documents;
  if (first === undefined || second === undefined) throw new TypeError("two reports are shipped at least");
  // No reader makes such a document; a fault of ours might.
  const broken: SourceDocument = JSON.parse(
    JSON.stringify({ ...first, id: "broken", file: "broken.txt", text: null }),
  );
  const parts = partsIn("broken");
  const { cuts, problems } = await cutDocuments([broken, second], parts);
  expect(cuts.map((cut) => cut !== null)).toEqual([false, true]);
  expect(problems).toMatchObject([{ file: "broken.txt", code: "not_cut", severity: "error" }]);
  expect(readdirSync(path.join(folder, "broken", "cut"))).toHaveLength(1);
  // A model that is not there makes nothing: what comes was kept.
  const again = await cutDocuments([second], { ...parts, embedder: { ...settings, model: "none" } });
  expect(again).toEqual({ cuts: [cuts[1]], problems: [] });
  parts.kept.clear();
  expect(readdirSync(path.join(folder, "broken"))).toEqual([]);
}, 240_000);
