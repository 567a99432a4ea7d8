/** Controls that no reader sees but that reorder or break what is seen. */
const HIDDEN = /(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text as it may be shown: without control characters and without bidirectional tricks. */
export function plainText(text: string): string {
  return text.replace(HIDDEN, "");
}

/** An answer under way, made readable before its blocks are known: markers, emphasis and table rows left out. */
export function draftText(markdown: string): string {
  const lines = plainText(markdown).split("\n");
  const kept = lines.filter((line) => !line.trimStart().startsWith("|"));
  const words = kept.join("\n").replace(/\[\d{1,4}(?:\]|$)|\[$/g, "");
  return words
    .replaceAll("**", "")
    .replace(/^#+ /gm, "")
    .replace(/^[-*] /gm, "· ");
}

/** What is said of a piece of Markdown: its words, the cells of a table row one after the other, no mark of any kind. */
function spoken(markdown: string): string {
  const words = markdown.replace(/\[\d{1,4}\]/g, "").trim();
  if (/^\|?[\s:|-]+\|?$/.test(words)) return "";
  return words
    .replace(/^(?:#{1,6}|[-*>]|\d{1,3}\.)\s+/, "")
    .replaceAll("**", "")
    .replace(/^\s*\|\s*|\s*\|\s*$/g, "")
    .replace(/\s*\|\s*/g, "，");
}

/** Whole sentences of `text` from `from` on, without citation markers, and where the last of them ends. */
export function wholeSentences(text: string, from: number): { sentences: string[]; end: number } {
  const sentences: string[] = [];
  let end = from;
  // Only the ends are searched for: a search for whole sentences takes quadratic time where there are none.
  for (const match of text.slice(from).matchAll(/[。！？；]+(?:\[\d{1,4}\])*|\n+/gu)) {
    const next = from + match.index + match[0].length;
    const words = spoken(text.slice(end, next));
    if (words !== "") sentences.push(words);
    end = next;
  }
  return { sentences, end };
}
