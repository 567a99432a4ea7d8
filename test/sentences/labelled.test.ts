import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { SourceDocument } from "#domain/document.ts";
import { readReport } from "#ingest/read-report.ts";
import { agreement, type Labelled, readLabels } from "./labelled.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
/** The public reports the labels speak of are not part of the project: set REPORTS to a folder that holds them. */
const reports = process.env["REPORTS"] ?? "";

function documentOf(labelled: Labelled): SourceDocument | null {
  const bytes = readFileSync(join(reports, labelled.document));
  return readReport({ file: labelled.document, bytes, metadata: null }).document;
}

const labelsOf = (files: readonly string[]) => files.flatMap((file) => readLabels(folder + file));

function measure(labels: readonly Labelled[]) {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const labelled of labels) {
    const document = documentOf(labelled);
    const found = document === null ? null : agreement(document, labelled);
    right += found?.right ?? 0;
    wrong += found?.wrong.length ?? 0;
    missed += found?.missed.length ?? labelled.rows.filter((label) => label.may !== true).length;
  }
  const musts = labels.flatMap(({ rows }) => rows).filter((label) => label.may !== true).length;
  return { precision: right / (right + wrong), recall: 1 - missed / musts };
}

/** Two halves: read while building, or looked at since; and labelled before the reader first saw them. */
const halves = {
  seen: ["built-on.jsonl", "built-on-2.jsonl", "unseen.jsonl", "unseen-2.jsonl"],
  unseen: ["unseen-3.jsonl"],
};

describe.skipIf(!existsSync(reports) || reports === "")("sentences labelled by hand", () => {
  it.each(Object.entries(halves))("%s: precision at least 97 %, recall at least 70 %", (half, files) => {
    const { precision, recall } = measure(labelsOf(files));
    console.info(`${half}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.7);
  });
});

it.each(Object.entries(halves))("%s: 300 sentences, with figures and without", (_half, files) => {
  const labels = labelsOf(files);
  expect(labels).toHaveLength(300);
  expect(labels.some(({ rows }) => rows.length > 0)).toBe(true);
  expect(labels.some(({ rows }) => rows.length === 0)).toBe(true);
});
