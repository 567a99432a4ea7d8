import type { RecordedResponse } from "#evaluate/report/run-record.ts";

/** One sentence, list item or table row of an answer, with the citation markers in it. */
export interface Claim {
  /** Without markers. */
  readonly text: string;
  readonly markers: readonly number[];
}

const MARKERS = /\[(\d+)\](?!\()/g;

/** A sentence ends at 。！？ or ！?, and takes the quotation mark, bracket and markers that follow along. */
const SENTENCES = /[^。！？!?]+(?:[。！？!?]+[”’」）)]*(?:\s*\[\d+\])*|$)/gu;

/**
 * The claims of an answer in Markdown. Headings, table headers and lead-ins that end in a colon claim nothing.
 */
export function claimsOf({ answer }: Pick<RecordedResponse, "answer">): Claim[] {
  const lines = answer.split("\n");
  return lines.flatMap((line, index) => {
    if (isTableHeader(lines, index) || /^\s*#/.test(line)) return [];
    const content = line.replace(/^\s*(?:[-*+]|\d+[.、)])\s+/, "");
    const sentences = content.includes("|") ? [content] : (content.match(SENTENCES) ?? []);
    return sentences.map(toClaim).filter(({ text }) => claimsSomething(text));
  });
}

function toClaim(sentence: string): Claim {
  const markers = [...sentence.matchAll(MARKERS)].map(([, digits]) => Number(digits));
  return { text: sentence.replace(MARKERS, " ").trim(), markers: [...new Set(markers)] };
}

function claimsSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !/[：:]$/.test(text);
}

/** The header of a Markdown table, and the line of dashes under it. */
function isTableHeader(lines: readonly string[], index: number): boolean {
  const isRule = (line: string | undefined) =>
    /^\s*\|?\s*:?-{2,}/.test(line ?? "") && (line ?? "").includes("|");
  return isRule(lines[index]) || ((lines[index] ?? "").includes("|") && isRule(lines[index + 1]));
}
