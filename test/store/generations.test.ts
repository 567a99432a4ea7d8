import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { fileGenerations } from "#store/file-generations.ts";
import { memoryGenerations } from "#store/memory-generations.ts";
import { promisesOfGenerations } from "./generations-contract.ts";

const directory = mkdtempSync(join(tmpdir(), "wenzheng-generations-"));
afterAll(() => rmSync(directory, { recursive: true }));

promisesOfGenerations("in memory", async () => {
  const generations = memoryGenerations();
  return () => generations;
});
promisesOfGenerations("in files", async () => () => fileGenerations(directory));
