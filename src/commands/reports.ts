import { rm } from "node:fs/promises";
import { constants as priorities, setPriority } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildIndex } from "#compose/build/build-line.ts";
import type { BuildReport } from "#compose/build/build-record.ts";
import { putReports, type ReadAhead, readAhead, takeReport } from "#compose/build/corpus-changes.ts";
import { buildProgress, countLines, problemLine, reportLines } from "#compose/build/progress.ts";
import { type SpokenLanguage, sayIn } from "#compose/words/command-words.ts";
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
  if (positionals.length === 0) throw unnamed("npm run add -- FILE…", configuration.language);
  const { corpusDirectory } = configuration;
  const ahead: ReadAhead[] = [];
  for (const file of positionals) ahead.push(await readAhead(corpusDirectory, file));
  for (const each of ahead) process.stdout.write(`${aheadLines(each, configuration.language).join("\n")}\n`);
  if (values["dry-run"]) return;
  await putReports(corpusDirectory, positionals, { replace: values.replace });
  const added = ahead.map(({ file }) => file);
  print(await buildGently(configuration), added, configuration.language);
}

/** `npm run remove -- NAME…`: a report by its file name or its id. The file is kept in `.removed/` in the corpus. */
export async function removeCommand(configuration: Configuration, argv: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { "dry-run": { type: "boolean", default: false } },
  });
  if (positionals.length === 0) throw unnamed("npm run remove -- NAME…", configuration.language);
  const { corpusDirectory, indexDirectory } = configuration;
  const held = heldReports(indexDirectory);
  const files = positionals.map(
    (name) => held.find(({ id, file }) => id === name || file === name)?.file ?? name,
  );
  if (values["dry-run"]) {
    for (const report of held.filter(({ file }) => files.includes(file)))
      process.stdout.write(
        `${sayIn(configuration.language)("would_remove", { file: report.file, title: report.title, rows: report.rows })}\n`,
      );
    return;
  }
  for (const file of files) await takeReport(corpusDirectory, file);
  print(await buildGently(configuration), files, configuration.language);
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
  process.stdout.write(`${reportLines(report, configuration.language).join("\n")}\n`);
}

/** A build that lets a service on the same machine go first. */
export async function buildGently(configuration: Configuration): Promise<BuildReport> {
  setPriority(priorities.priority.PRIORITY_LOW);
  return buildIndex(configuration, buildProgress(process.stderr, configuration.language));
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

/** `a.pdf: new; 《…》 江北区 2022; 3 tables with 88 rows` and a line for each problem. */
function aheadLines(
  { file, change, documents, tables, rows, problems }: ReadAhead,
  language: SpokenLanguage,
): string[] {
  const say = sayIn(language);
  const titles = documents.map(
    ({ title, region, years }) => `《${title}》 ${region ?? say("region.unknown")} ${years.join(",")}`,
  );
  const slots = {
    file,
    change: say(`change.${change}`),
    titles: titles.join(say("semicolon")),
    tables,
    rows,
  };
  return [say("ahead", slots), ...problems.map((problem) => `  ${problemLine(problem, "", language)}`)];
}

function print(report: BuildReport, files: readonly string[], language: SpokenLanguage): void {
  const problems = report.problems.filter(({ file }) => files.includes(file));
  const lines = problems.map((problem) => problemLine(problem, problem.file, language));
  process.stdout.write(`${[...countLines(report, sayIn(language)), ...lines].join("\n")}\n`);
}

function unnamed(usage: string, language: SpokenLanguage): ConfigurationError {
  const say = sayIn(language);
  return new ConfigurationError({
    where: "command line",
    problem: say("unnamed"),
    advice: say("usage", { usage }),
  });
}
