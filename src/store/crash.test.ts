import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exampleContent } from "./example-content.ts";
import { openIndex } from "./open-index.ts";
import { publishIndex } from "./publish-index.ts";

const SCRIPT = join(import.meta.dirname, "publish-and-die.ts");

function publishAndDie(directory: string, step: number): NodeJS.Signals | null {
  const child = spawnSync(process.execPath, ["--import", "tsx", SCRIPT, directory, String(step), "new"]);
  return child.signal;
}

test("a build killed at any step leaves the last good index, or the whole new one", {
  timeout: 120_000,
}, async () => {
  const directory = mkdtempSync(join(tmpdir(), "wenzheng-crash-"));
  const steps: string[] = [];
  await publishIndex(directory, exampleContent({ corpusDigest: "old" }), {
    checkpoint: (step) => steps.push(step),
  });
  expect(steps.length).toBeGreaterThanOrEqual(10);
  const switched = steps.indexOf("pointer switched");
  for (const at of steps.keys()) {
    expect(publishAndDie(directory, at + 1)).toBe("SIGKILL");
    const index = openIndex(directory);
    expect(index.corpusDigest, `killed at: ${steps[at]}`).toBe(at < switched ? "old" : "new");
    expect(index.indicators({ regions: ["江北区"] })).toHaveLength(3);
    expect(index.lexical.search(["生产"], { limit: 9 })).toHaveLength(2);
    index.close();
  }
  // The next good build sweeps up what the dead ones left.
  await publishIndex(directory, exampleContent());
  expect(readdirSync(join(directory, "versions"))).toHaveLength(2);
  expect(readdirSync(join(directory, "readers"))).toHaveLength(0);
  rmSync(directory, { recursive: true });
});
