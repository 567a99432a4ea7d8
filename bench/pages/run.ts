import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";

/**
 * `npm run bench -- --pages [--sizes 827x55000,10000x1000000] [--index DIR]`: what the pages of data and of reports cost to make from
 * so many reports and rows, made up, or from a real index. Times are of the processor, in milliseconds, so that a busy machine
 * prints nearly the same; sizes are of the largest page.
 */
const { values } = parseArgs({
  options: {
    pages: { type: "boolean" },
    sizes: { type: "string", default: "827x55000,10000x1000000" },
    index: { type: "string" },
  },
});

const figuresSchema = z.object({
  documents: z.number(),
  rows: z.number(),
  measured: z.array(
    z.object({ kind: z.string(), p50: z.number(), p95: z.number(), most: z.number(), bytes: z.number() }),
  ),
});

function measure(words: readonly string[]): z.infer<typeof figuresSchema> {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--max-old-space-size=8192", "--import", "tsx", "bench/pages/measure-pages.ts", ...words],
    { encoding: "utf8", maxBuffer: 2 ** 26 },
  );
  if (status !== 0) throw new Error(stderr);
  return figuresSchema.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
}

function print({ documents, rows, measured }: z.infer<typeof figuresSchema>): void {
  process.stdout.write(`\n${documents} reports, ${rows} rows\n\n| page | p50 ms | p95 ms | most ms | KB |\n`);
  process.stdout.write("| --- | --- | --- | --- | --- |\n");
  for (const { kind, p50, p95, most, bytes } of measured) {
    const times = [p50, p95, most].map((ms) => ms.toFixed(1)).join(" | ");
    process.stdout.write(`| ${kind} | ${times} | ${(bytes / 1024).toFixed(0)} |\n`);
  }
}

process.stdout.write(`${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}\n`);
if (values.index === undefined) {
  for (const size of values.sizes.split(",")) {
    const folder = mkdtempSync(path.join(tmpdir(), "wenzheng-pages-"));
    try {
      print(measure([folder, ...size.split("x")]));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
} else print(measure([values.index]));
