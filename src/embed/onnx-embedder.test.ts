import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ModelUnavailableError } from "#domain/errors.ts";
import { createEmbedder, identifyEmbedder } from "./create-embedder.ts";
import type { Embedder, EmbedderSettings } from "./embedder.ts";

const SHIPPED = "wenzheng-embed-zh";
const modelsDirectory = resolve(import.meta.dirname, "..", "..", "models");
const workspace = mkdtempSync(join(tmpdir(), "wenzheng-embed-"));
afterAll(() => rmSync(workspace, { recursive: true }));

function settings(model: string): EmbedderSettings {
  const cacheDirectory = join(workspace, "cache");
  return { model, modelsDirectory, cacheDirectory, allowDownload: false, remoteHost: "http://127.0.0.1:9" };
}

const cosine = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

describe("the shipped model", () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await createEmbedder(settings(SHIPPED));
  });

  test("is known without loading it", async () => {
    const { id, dimensions } = embedder;
    expect(await identifyEmbedder(settings(SHIPPED))).toEqual({ id, dimensions });
    expect(id).toMatch(/^wenzheng-embed-zh@[0-9a-f]{16}$/);
  });

  test("gives vectors of length 1, one a text, in their order", async () => {
    const texts = Array.from({ length: 70 }, (_, at) => `第${at}项工作${"有序推进".repeat(at % 9)}`);
    const vectors = await embedder.embedDocuments(texts);
    expect(vectors).toHaveLength(70);
    for (const at of [0, 31, 32, 69]) {
      const vector = vectors[at] ?? [];
      expect(vector).toHaveLength(embedder.dimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
      const [alone = []] = await embedder.embedDocuments([texts[at] ?? ""]);
      expect(cosine(alone, vector)).toBeGreaterThan(0.999);
    }
  });

  test("knows that words of like meaning are near", async () => {
    const query = await embedder.embedQuery("经济总量");
    const [near = [], far = []] = await embedder.embedDocuments(["地区生产总值", "中小学学位"]);
    expect(cosine(query, near)).toBeGreaterThan(cosine(query, far));
  });

  test("takes any text: empty, huge, half a character", async () => {
    const vectors = await embedder.embedDocuments([
      "",
      " \n",
      "经济".repeat(500_000),
      "半个\uD83D",
      "\u0000",
    ]);
    expect(vectors).toHaveLength(5);
    for (const vector of vectors) {
      expect(vector).toHaveLength(embedder.dimensions);
      expect(vector.every(Number.isFinite)).toBe(true);
    }
  });
});

describe("a model in any folder", () => {
  function copy(name: string): string {
    const folder = join(workspace, name);
    cpSync(join(modelsDirectory, SHIPPED), folder, { recursive: true });
    return folder;
  }

  test("is the same model there", async () => {
    const folder = copy("copied");
    const [here, there] = await Promise.all([
      createEmbedder(settings(folder)),
      identifyEmbedder(settings(SHIPPED)),
    ]);
    expect(here.id).toBe(there.id);
  });

  test("with a flipped bit is refused before it is loaded", async () => {
    const folder = copy("flipped");
    const path = join(folder, "onnx", "model_quantized.onnx");
    const bytes = readFileSync(path);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await expect(createEmbedder(settings(folder))).rejects.toThrow(/model_quantized.onnx differs/);
  });

  test("with a file missing is refused by name", async () => {
    const folder = copy("missing");
    rmSync(join(folder, "tokenizer.json"));
    await expect(createEmbedder(settings(folder))).rejects.toThrow(/tokenizer.json is missing/);
  });

  test("without a description is refused with what to write", async () => {
    const folder = copy("undescribed");
    rmSync(join(folder, "model.json"));
    await expect(createEmbedder(settings(folder))).rejects.toThrow(/queryPrefix/);
  });

  test("that says other dimensions than it has is refused", async () => {
    const folder = copy("lying");
    const path = join(folder, "model.json");
    writeFileSync(path, readFileSync(path, "utf8").replace(/"dimensions": \d+/, '"dimensions": 99'));
    await expect(createEmbedder(settings(folder))).rejects.toThrow(ModelUnavailableError);
  });
});
