import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { withBuildLock } from "./build-lock.ts";

const folder = mkdtempSync(join(tmpdir(), "lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("two builds of one index follow each other", async () => {
  const steps: string[] = [];
  const build = (name: string) =>
    withBuildLock(folder, async () => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      steps.push(`${name} ends`);
    });
  await Promise.all([build("one"), build("other")]);
  expect(steps).toEqual(["one begins", "one ends", "other begins", "other ends"]);
});

test("a build that fails lets the next one in", async () => {
  await expect(withBuildLock(folder, () => Promise.reject(new Error("no report")))).rejects.toThrow(
    "no report",
  );
  expect(await withBuildLock(folder, async () => "built")).toBe("built");
});

test("a build that died holds nothing", async () => {
  writeFileSync(join(folder, "building"), "4194304");
  expect(await withBuildLock(folder, async () => "built")).toBe("built");
});
