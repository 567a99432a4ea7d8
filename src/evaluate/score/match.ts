/** Thousands commas dropped and NFKC: `２，442.6` and `2,442.6` both read `2442.6`. */
export function foldNumbers(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)/g, (figure) => figure.replaceAll(",", ""));
}

/** The answer's words without citation markers such as `[1]`. */
export function withoutMarkers(answer: string): string {
  return answer.replace(/\s*\[\d+\](?!\()/g, " ");
}

/**
 * True when `text` holds `wanted`, both folded. A figure at either end of `wanted` must be a whole
 * figure of `text`: `10` is not in `2010`, nor `14` in `14.5`; zeros behind the point change nothing: `14` is in `14.00`.
 */
export function holds(text: string, wanted: string): boolean {
  const needle = foldNumbers(wanted);
  const before = /^\d/.test(needle) ? "(?<!\\d|\\d\\.)" : "";
  const zeros = /\.\d+$/.test(needle) ? "0*" : "(?:\\.0+)?";
  const after = /\d$/.test(needle) ? `${zeros}(?!\\d|\\.\\d)` : "";
  return new RegExp(before + escapePattern(needle) + after, "i").test(foldNumbers(text));
}

/** White space and table bars dropped: how evidence is compared with a quote. */
export function squeeze(text: string): string {
  return text.replace(/[\s|]/g, "");
}

/** True when `passage` holds `evidence`, white space and table bars aside. */
export function holdsEvidence(passage: string, evidence: string): boolean {
  return squeeze(passage).includes(squeeze(evidence));
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
