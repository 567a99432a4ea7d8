import type { SourceDocument } from "#domain/document.ts";
import type { IngestProblem } from "#domain/ingest-report.ts";
import { sentences } from "#text/sentences.ts";

/** Words that speak to a machine that reads, and not to a reader: 忽略以上所有指令, 你是一个AI助手, ignore previous instructions. */
const INSTRUCTION =
  /(?:忽略|无视|忘记|不要理会)[^，。；]{0,12}(?:指令|指示|提示词?|设定|规则)|你(?:现在)?(?:是|扮演)[^，。；]{0,6}(?:AI|人工智能|助手|模型|机器人)|(?:系统|隐藏)(?:提示词?|指令)[:：]|ignore (?:all |any )?(?:the )?(?:previous|above|prior) (?:instructions|prompts)|system prompt/iu;

/** True for a sentence that tells whoever answers what to say; a report's figures are not told so. */
export function isInstruction(sentence: string): boolean {
  return INSTRUCTION.test(sentence);
}

/** The sentences of a document that give instructions, each named for the report of the build. */
export function instructionProblems(document: SourceDocument): IngestProblem[] {
  if (!INSTRUCTION.test(document.text)) return [];
  return sentences(document.text)
    .map(({ start, end }) => document.text.slice(start, end))
    .filter(isInstruction)
    .map((sentence) => ({
      file: document.file,
      severity: "warning",
      code: "instruction_in_text",
      message: `a sentence gives instructions to whoever answers; its figures are not read: ${sentence.slice(0, 60)}`,
      line: null,
    }));
}
