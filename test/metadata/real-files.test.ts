import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { judge, labels, type Verdict } from "./labels.ts";
import { readAny } from "./read-any.ts";

const shared = process.env["SHARED_DIR"] ?? path.resolve(import.meta.dirname, "../../../shared");
const there = existsSync(path.join(shared, "files"));
if (!there) console.warn(`skipped: the folder of real files is not at ${shared} (SHARED_DIR)`);

/** Quickly read ones; `scripts/measure-metadata.ts` reads all. */
const QUICK = /\.(?:html|docx|txt)$/;
const EACH = 5;
const quick = labels
  .filter(({ file, unreadable }) => QUICK.test(file) && unreadable !== true)
  .filter(({ file }, at) => !file.endsWith(".txt") || at % EACH === 0);

describe.skipIf(!there)("region, years and kind of real papers", () => {
  const share = (verdicts: readonly Verdict[], right: (verdict: Verdict) => boolean) =>
    verdicts.filter(right).length / verdicts.length;

  test("are right or named as doubtful", { timeout: 120_000 }, async () => {
    const verdicts: Verdict[] = [];
    const wrong: string[] = [];
    for (const label of quick) {
      const report = await readAny(label.file, await readFile(path.join(shared, label.file)));
      if (report.document === null) continue;
      const verdict = judge(label, report.document, report.problems);
      verdicts.push(verdict);
      if (verdict.wrong.length > 0) wrong.push(`${label.file}: ${verdict.wrong.join("; ")}`);
    }
    expect(verdicts.length).toBeGreaterThan(45);
    expect(
      share(verdicts, ({ region }) => region),
      wrong.join("\n"),
    ).toBeGreaterThanOrEqual(0.97);
    expect(
      share(verdicts, ({ years }) => years),
      wrong.join("\n"),
    ).toBeGreaterThanOrEqual(0.97);
    expect(
      share(verdicts, ({ kind }) => kind),
      wrong.join("\n"),
    ).toBeGreaterThanOrEqual(0.95);
    expect(
      share(verdicts, ({ hidden }) => hidden),
      wrong.join("\n"),
    ).toBeLessThanOrEqual(0.02);
  });
});
