import type { Place } from "#domain/document.ts";
import type { FileFormat } from "#domain/file-format.ts";
import {
  type FoundProblem,
  type ReadReport,
  type ReportSource,
  reportOfBlocks,
  unread,
} from "#ingest/report-of-blocks.ts";
import type { WrittenLine } from "#ingest/text-writer.ts";
import { blocksOfReading, type LineOrigin } from "./blocks-of-reading.ts";
import type { FileReading } from "./file-reading.ts";

/** What a reader made of a file as a document whose text knows its pages, sheets and rows. */
export function reportOfReading(report: ReportSource, format: FileFormat, reading: FileReading): ReadReport {
  const problems: FoundProblem[] = reading.problems.map((problem) => ({ ...problem, line: null }));
  if (reading.blocks.length === 0) {
    const told = problems.map((problem) => ({ file: report.file, severity: "error" as const, ...problem }));
    const failed = told.some(({ severity }) => severity === "error");
    if (failed) return { document: null, problems: told, tableCounts: [] };
    return unread(report.file, "empty_file", "the file holds no text; open it to see what it holds");
  }
  const { blocks, origins } = blocksOfReading(reading);
  return reportOfBlocks(
    { ...report, facts: reading.facts },
    {
      blocks,
      original: { format, pages: reading.pages },
      problems,
      placesOf: (lines) => placesOf(lines, origins),
      tellPlace: (problem) => tellPlace(problem, origins),
    },
  );
}

/** Neighbouring lines of one page, or of one row of a sheet, are one place. */
function placesOf(lines: readonly WrittenLine[], origins: readonly LineOrigin[]): Place[] {
  const places: Place[] = [];
  for (const { start, end, from } of lines) {
    const origin = origins[from - 1];
    if (origin === undefined || (origin.page === null && origin.sheet === null && origin.row === null))
      continue;
    const last = places.at(-1);
    const goesOn = last !== undefined && last.end === start - 1 && isSame(last, origin);
    if (goesOn) places[places.length - 1] = { ...last, end };
    else places.push({ start, end, ...origin });
  }
  return places;
}

function isSame(place: Place, origin: LineOrigin): boolean {
  return place.page === origin.page && place.sheet === origin.sheet && place.row === origin.row;
}

function tellPlace(problem: FoundProblem, origins: readonly LineOrigin[]): FoundProblem {
  const origin = problem.line === null ? undefined : origins[problem.line - 1];
  const where = [
    origin?.page == null ? null : `page ${origin.page}`,
    origin?.sheet == null ? null : `sheet ${origin.sheet}`,
    origin?.row == null ? null : `row ${origin.row}`,
  ].filter((part) => part !== null);
  const message = where.length === 0 ? problem.message : `${where.join(", ")}: ${problem.message}`;
  return { ...problem, line: null, message };
}
