import { Presets, SingleBar } from "cli-progress";
import { problemName, type Say, type SpokenLanguage, sayIn } from "#compose/words/command-words.ts";
import type { FileReport, IngestProblem } from "#domain/ingest-report.ts";
import type { BuildReport } from "./build-record.ts";
import type { OnProgress } from "./build-step.ts";

/** Shows a build's progress: a bar a step on a terminal, one plain line a step elsewhere. */
export function buildProgress(stream: NodeJS.WriteStream, language: SpokenLanguage): OnProgress {
  const say = sayIn(language);
  let bar: SingleBar | null = null;
  return (key, done, total) => {
    const step = say(`step.${key}`);
    if (!stream.isTTY) {
      if (done === total)
        stream.write(`${say(total === 1 ? "step.one" : "step.all", { step, count: done })}\n`);
      return;
    }
    if (bar === null) {
      bar = new SingleBar({ format: `${step} {bar} {value}/{total}`, stream }, Presets.shades_grey);
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
function fileLine({ file, format, pages, seconds, tables, rows, problems }: FileReport, say: Say): string {
  const parts = [
    format ?? say("not_read"),
    pages === null ? null : say("pages", { count: pages }),
    format === null ? null : say("tables", { tables, rows }),
    problems === 0 ? null : say(problems === 1 ? "problem.one" : "problem.several", { count: problems }),
    say("seconds", { count: seconds.toFixed(1) }),
  ];
  return say("file", { file, parts: parts.filter((part) => part !== null).join(say("comma")) });
}

/** `warning a.txt:73 cut_sentence: the paragraph …`; the message is as the reader of the format wrote it. */
export function problemLine(
  { severity, code, message }: Pick<IngestProblem, "severity" | "code" | "message">,
  where: string,
  language: SpokenLanguage,
): string {
  const say = sayIn(language);
  const slots = { severity: say(`severity.${severity}`), where, code: problemName(code, language), message };
  return say("problem", slots).replace("  ", " ");
}

const MOST_TABLES = 100;

/** Of very many tables only those whose rows differ: the line of each file counts the others. */
function told(tables: BuildReport["tables"]): BuildReport["tables"] {
  if (tables.length <= MOST_TABLES) return tables;
  return tables.filter(({ rowsIn, rowsStored }) => rowsIn !== rowsStored);
}

/** How much is held, and what became of the passages. */
export function countLines({ documents, chunks, indicators, reuse }: BuildReport, say: Say): string[] {
  return [say("counts", { documents, chunks, rows: indicators }), say("passages", { ...reuse })];
}

/** The build report in lines a person reads: counts, rows in against rows stored, every problem by file. */
export function reportLines(report: BuildReport, language: SpokenLanguage): string[] {
  const say = sayIn(language);
  return [
    ...countLines(report, say),
    ...report.files.map((file) => fileLine(file, say)),
    ...told(report.tables).map((table) => {
      const line = say("table", { ...table });
      return table.rowsIn === table.rowsStored ? line : line + say("differ");
    }),
    ...report.problems.map((problem) => {
      const { file, line } = problem;
      return problemLine(problem, line === null ? file : `${file}:${line}`, language);
    }),
  ];
}
