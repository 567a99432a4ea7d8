import { rm } from "node:fs/promises";
import { constants as priorities, setPriority } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildIndex } from "#compose/build/build-line.ts";
import type { BuildReport } from "#compose/build/build-record.ts";
import { putReports, type ReadAhead, readAhead, takeReport } from "#compose/build/corpus-changes.ts";
import { buildProgress, reportLines } from "#compose/build/progress.ts";
import type { Configuration } from "#configuration.ts";
import { ConfigurationError } from "#domain/errors.ts";
import { openIndex } from "#store/open-index.ts";

/**
 * `npm run add -- FILE…`: reads each file by itself first, then puts all among the reports and builds. A service that runs goes
 * over to the new index by itself. `--dry-run` only tells what would change, `--replace` puts a file in the place of one of its name.
 * @throws ConfigurationError naming the first file that cannot be added; nothing is added then
 */
export async function addCommand(configuration: Configuration, argv: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { "dry-run": { type: "boolean", default: false }, replace: { type: "boolean", default: false } },
  });
  if (positionals.length === 0) throw unnamed("npm run add -- FILE…");
  const { corpusDirectory } = configuration;
  const ahead: ReadAhead[] = [];
  for (const file of positionals) ahead.push(await readAhead(corpusDirectory, file));
  for (const each of ahead) process.stdout.write(`${aheadLines(each).join("\n")}\n`);
  if (values["dry-run"]) return;
  await putReports(corpusDirectory, positionals, { replace: values.replace });
  const added = ahead.map(({ file }) => file);
  print(await buildGently(configuration), added);
}

/** `npm run remove -- NAME…`: a report by its file name or its id. The file is kept in `.removed/` in the corpus. */
export async function removeCommand(configuration: Configuration, argv: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { "dry-run": { type: "boolean", default: false } },
  });
  if (positionals.length === 0) throw unnamed("npm run remove -- NAME…");
  const { corpusDirectory, indexDirectory } = configuration;
  const held = heldReports(indexDirectory);
  const files = positionals.map(
    (name) => held.find(({ id, file }) => id === name || file === name)?.file ?? name,
  );
  if (values["dry-run"]) {
    for (const report of held.filter(({ file }) => files.includes(file)))
      process.stdout.write(`would remove ${report.file}: ${report.title}, ${report.rows} indicator rows\n`);
    return;
  }
  for (const file of files) await takeReport(corpusDirectory, file);
  print(await buildGently(configuration), files);
}

/** `npm run list`: the reports that answers come from, tab-separated. */
export function listCommand({ indexDirectory }: Configuration): void {
  process.stdout.write("id\tfile\tregion\tyears\tindicators\ttitle\n");
  for (const { id, file, region, years, rows, title } of heldReports(indexDirectory))
    process.stdout.write(`${[id, file, region ?? "", years.join(","), rows, title].join("\t")}\n`);
}

/** `npm run rebuild`: reads every file again, whether or not it has changed. */
export async function rebuildCommand(configuration: Configuration): Promise<void> {
  for (const kept of ["parsed", "reports", "last-build.json"])
    await rm(path.join(configuration.indexDirectory, kept), { recursive: true, force: true });
  const report = await buildGently(configuration);
  process.stdout.write(`${reportLines(report).join("\n")}\n`);
}

/** A build that lets a service on the same machine go first. */
export async function buildGently(configuration: Configuration): Promise<BuildReport> {
  setPriority(priorities.priority.PRIORITY_LOW);
  return buildIndex(configuration, buildProgress(process.stderr));
}

function heldReports(indexDirectory: string) {
  const index = openIndex(indexDirectory);
  try {
    return index.metadata().map((document) => ({
      ...document,
      rows: index.countIndicators({ documents: [document.id] }),
    }));
  } finally {
    index.close();
  }
}

/** `a.pdf: new; 《…》 江北区 2022, 3 tables with 88 rows` and a line for each problem. */
function aheadLines({ file, change, documents, tables, rows, problems }: ReadAhead): string[] {
  const titles = documents.map(
    ({ title, region, years }) => `《${title}》 ${region ?? "region unknown"} ${years.join(",")}`,
  );
  return [
    `${file}: ${change}; ${titles.join("; ")}; ${tables} tables with ${rows} rows`,
    ...problems.map(({ severity, code, message }) => `  ${severity} ${code}: ${message}`),
  ];
}

function print(
  { documents, chunks, indicators, reuse, problems }: BuildReport,
  files: readonly string[],
): void {
  const { kept, added, updated, deleted } = reuse;
  process.stdout.write(
    `${documents} documents, ${chunks} passages, ${indicators} indicator rows\n` +
      `passages: ${kept} kept, ${added} added, ${updated} updated, ${deleted} deleted\n`,
  );
  for (const { file, severity, code, message } of problems)
    if (files.includes(file)) process.stdout.write(`${severity} ${file} ${code}: ${message}\n`);
}

function unnamed(usage: string): ConfigurationError {
  return new ConfigurationError({
    where: "command line",
    problem: "no report is named",
    advice: `Usage: ${usage}`,
  });
}
