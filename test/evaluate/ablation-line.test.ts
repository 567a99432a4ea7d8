import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ablationLine } from "#compose/evaluate/ablation-line.ts";
import { readConfiguration } from "#configuration.ts";
import { ConfigurationError } from "#domain/errors.ts";
import { configurationsSchema } from "#evaluate/ablation.ts";

const folder = mkdtempSync(join(tmpdir(), "ablation-"));
const indexFolder = join(folder, "index");
const build = ablationLine(readConfiguration({ INDEX_DIR: indexFolder }));
afterAll(() => rmSync(folder, { recursive: true }));

const QUESTION = "地铁有多长";
const subjectWith = (settings: Record<string, unknown>) => build({ name: "tried", settings });
const hits = async (settings: Record<string, unknown>) => {
  const found = await (await subjectWith(settings)).search?.hybrid?.(QUESTION, 10);
  return (found ?? []).map(({ documentId, start, end }) => `${documentId} ${start} ${end}`);
};
const shipped = hits({});

it("answers under the shipped settings without writing an index", async () => {
  const { ask } = await subjectWith({});
  const messages = [{ role: "user" as const, content: "江北区2022年GDP增速是多少？" }];
  const events = [];
  for await (const event of ask({ messages })) events.push(event);
  const last = events.at(-1);
  expect(last?.type === "done" && last.response.answer).toContain("3.7");
  expect(existsSync(indexFolder)).toBe(false);
});

it.each([
  ["another embedder", { embedder: "bigram" }],
  ["no embedder", { embedder: "none" }],
  ["another weight", { dense: 4 }],
  ["another size", { chunkSize: 210 }],
  ["no lexicon", { lexicon: false }],
])("ranks otherwise with %s", async (_, settings) => {
  expect(await hits(settings)).not.toEqual(await shipped);
});

it("searches by words alone without an embedder", async () => {
  const { search } = await subjectWith({ embedder: "none" });
  const [lexical, hybrid] = [await search?.lexical?.(QUESTION, 10), await search?.hybrid?.(QUESTION, 10)];
  expect(hybrid).toEqual(lexical);
  expect(search?.dense).toBeUndefined();
});

it("records what was varied", async () => {
  const { environment } = await subjectWith({ dense: 1 });
  expect(environment.configuration).toMatchObject({ dense: 1, embedder: "shipped" });
});

it("refuses a setting it does not know, by name", async () => {
  await expect(subjectWith({ chunksize: 210 })).rejects.toThrow(ConfigurationError);
  await expect(subjectWith({ chunksize: 210 })).rejects.toThrow(/tried.*chunksize.*chunkSize/);
});

it("builds every configuration that is listed", async () => {
  const listed = configurationsSchema.parse(JSON.parse(readFileSync("evals/ablations.json", "utf8")));
  const oneReport = join(folder, "corpus");
  mkdirSync(oneReport);
  copyFileSync("corpus/jiangbei-2023-news.txt", join(oneReport, "news.txt"));
  const buildSmall = ablationLine(readConfiguration({ CORPUS_DIR: oneReport, INDEX_DIR: indexFolder }));
  expect(listed[0]?.settings).toEqual({});
  for (const configuration of listed) {
    expect(configuration.reason, configuration.name).toBeDefined();
    await expect(buildSmall(configuration)).resolves.toBeDefined();
  }
});
