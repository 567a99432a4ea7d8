import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ModelUnavailableError } from "#domain/errors.ts";
import type { DownloadProgress, EmbedderSettings } from "./embedder.ts";
import { locateModel } from "./locate-model.ts";
import { KNOWN_MODELS, MODEL_FILES } from "./model-description.ts";

const MODEL = "Xenova/bge-small-zh-v1.5";
let workspace: string;
let hub: Server;
let requests: string[];
let broken: string | null;

beforeEach(async () => {
  workspace = mkdtempSync(join(tmpdir(), "wenzheng-hub-"));
  requests = [];
  broken = null;
  hub = createServer((request, response) => {
    const path = request.url ?? "";
    requests.push(path);
    if (broken !== null && path.endsWith(broken)) response.writeHead(503).end();
    else response.end(`content of ${path}`);
  });
  await new Promise<void>((ready) => hub.listen(0, "127.0.0.1", ready));
});
afterEach(() => {
  hub.close();
  rmSync(workspace, { recursive: true });
});

function settings(change: Partial<EmbedderSettings> = {}): EmbedderSettings {
  const address = hub.address();
  const port = typeof address === "object" ? address?.port : 0;
  return {
    model: MODEL,
    modelsDirectory: join(workspace, "models"),
    cacheDirectory: join(workspace, "cache"),
    allowDownload: true,
    remoteHost: `http://127.0.0.1:${port}/`,
    ...change,
  };
}

test("a hub model is fetched once, with its use and the digest of what came", async () => {
  const progress: DownloadProgress[] = [];
  const { folder, description } = await locateModel(settings({ onProgress: (step) => progress.push(step) }));
  expect(requests).toEqual(MODEL_FILES.map((file) => `/${MODEL}/resolve/main/${file}`));
  expect(progress.map((step) => step.file)).toEqual([...MODEL_FILES]);
  expect(description).toMatchObject({ id: MODEL, pooling: "cls", dimensions: 512, normalize: true });
  const config = createHash("sha256").update(`content of /${MODEL}/resolve/main/config.json`).digest("hex");
  expect(description.files["config.json"]?.sha256).toBe(config);
  expect((await locateModel(settings({ allowDownload: false }))).folder).toBe(folder);
  expect(requests).toHaveLength(MODEL_FILES.length);
});

test("nothing is fetched unless that is allowed", async () => {
  await expect(locateModel(settings({ allowDownload: false }))).rejects.toThrow(/ALLOW_MODEL_DOWNLOAD=true/);
  expect(requests).toEqual([]);
});

test("a host that fails half-way leaves no half model, and the message names host and way out", async () => {
  broken = "tokenizer.json";
  await expect(locateModel(settings())).rejects.toThrow(/127\.0\.0\.1.*503.*mirror/s);
  expect(existsSync(join(workspace, "cache", MODEL))).toBe(false);
  expect(readdirSync(join(workspace, "cache", "Xenova"))).toEqual([]);
});

test("a host out of reach is named", async () => {
  const unreachable = settings({ remoteHost: "http://127.0.0.1:1" });
  await expect(locateModel(unreachable)).rejects.toThrow(ModelUnavailableError);
  await expect(locateModel(unreachable)).rejects.toThrow(/127\.0\.0\.1:1/);
});

test("a name nobody knows is refused with the names that are known", async () => {
  await expect(locateModel(settings({ model: "who/knows" }))).rejects.toThrow(MODEL);
  await expect(locateModel(settings({ model: "../../etc" }))).rejects.toThrow(ModelUnavailableError);
  expect(requests).toEqual([]);
});

test("every known model says how it wants to be used", () => {
  expect(KNOWN_MODELS["Xenova/multilingual-e5-small"]).toMatchObject({
    pooling: "mean",
    queryPrefix: "query: ",
    passagePrefix: "passage: ",
    dimensions: 384,
  });
  expect(KNOWN_MODELS[MODEL]?.queryPrefix).toBe("为这个句子生成表示以用于检索相关文章：");
});
