import type { SourceDocument } from "#domain/document.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";
import { givesInstruction } from "#text/instructions.ts";
import { sentences } from "#text/sentences.ts";

/** The sentences of a document that give instructions, each named for the report of the build. */
export function instructionProblems({ file, text }: SourceDocument): IngestProblem[] {
  if (!givesInstruction(text.replaceAll("\n", " "), { start: 0, end: text.length })) return [];
  return sentences(text)
    .filter((span) => givesInstruction(text, span))
    .map(({ start, end }) => ({
      file,
      severity: "warning",
      code: "instruction_in_text",
      message: `a sentence gives instructions to whoever answers; its figures are not read: ${text.slice(start, Math.min(end, start + 60))}`,
      line: null,
    }));
}
