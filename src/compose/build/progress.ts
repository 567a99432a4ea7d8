import { Presets, SingleBar } from "cli-progress";
import type { FileReport } from "#domain/ingest-report.ts";
import type { BuildReport } from "./build-record.ts";
import type { BuildStep, OnProgress } from "./build-step.ts";

const NAMES: Record<BuildStep, string> = {
  read: "reading reports",
  cut: "cutting sections, reading figures",
  embed: "embedding passages",
  publish: "publishing the index",
};

/** Shows a build's progress: a bar a step on a terminal, one plain line a step elsewhere. */
export function buildProgress(stream: NodeJS.WriteStream): OnProgress {
  let bar: SingleBar | null = null;
  return (step, done, total) => {
    if (!stream.isTTY) {
      if (done === total) stream.write(`${NAMES[step]}: ${total === 1 ? "done" : `${done} done`}\n`);
      return;
    }
    if (bar === null) {
      bar = new SingleBar({ format: `${NAMES[step]} {bar} {value}/{total}`, stream }, Presets.shades_grey);
      bar.start(Math.max(total, 1), done);
    }
    bar.update(done);
    if (done === total) {
      bar.update(Math.max(total, 1));
      bar.stop();
      bar = null;
    }
  };
}

/** `a.pdf: pdf, 12 pages, 3 tables with 88 rows, 1 problem, 2.1 s`. */
function fileLine({ file, format, pages, seconds, tables, rows, problems }: FileReport): string {
  const parts = [
    format ?? "not read",
    pages === null ? null : `${pages} pages`,
    format === null ? null : `${tables} tables with ${rows} rows`,
    problems === 0 ? null : `${problems} ${problems === 1 ? "problem" : "problems"}`,
    `${seconds.toFixed(1)} s`,
  ];
  return `${file}: ${parts.filter((part) => part !== null).join(", ")}`;
}

const MOST_TABLES = 100;

/** Of very many tables only those whose rows differ: the line of each file counts the others. */
function told(tables: BuildReport["tables"]): BuildReport["tables"] {
  if (tables.length <= MOST_TABLES) return tables;
  return tables.filter(({ rowsIn, rowsStored }) => rowsIn !== rowsStored);
}

/** The build report in lines a person reads: counts, rows in against rows stored, every problem by file. */
export function reportLines({
  documents,
  chunks,
  indicators,
  reuse,
  files,
  tables,
  problems,
}: BuildReport): string[] {
  const { kept, added, updated, deleted } = reuse;
  return [
    `${documents} documents, ${chunks} passages, ${indicators} indicator rows`,
    `passages: ${kept} kept, ${added} added, ${updated} updated, ${deleted} deleted`,
    ...files.map(fileLine),
    ...told(tables).map(({ file, table, rowsIn, rowsStored }) => {
      const verdict = rowsIn === rowsStored ? "" : "  ← rows differ";
      return `${file} ${table}: ${rowsIn} rows in, ${rowsStored} stored${verdict}`;
    }),
    ...problems.map(({ file, severity, code, message, line }) => {
      const where = line === null ? file : `${file}:${line}`;
      return `${severity} ${where} ${code}: ${message}`;
    }),
  ];
}
