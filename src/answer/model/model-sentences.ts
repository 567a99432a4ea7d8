import { sentences } from "#text/sentences.ts";

const THINKING = /<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/gi;
const LEADING_MARKERS = /^(?:\s*\[\d+\])+/;

/**
 * What a model wrote as sentences, each with the markers that follow it; one without takes those of the next one in
 * its line that has some, as a source is often named once behind all that comes from it. Thinking, emphasis and bullets are taken
 * off, and 【1】, ［1］, [^1] and [1, 2] are brought to [1] and [1][2].
 */
export function modelSentences(text: string): string[] {
  return text
    .replace(THINKING, "")
    .split("\n")
    .flatMap((line) => withNextMarkers(sentencesIn(plainLine(line))));
}

function plainLine(line: string): string {
  return line
    .trim()
    .replace(/^(?:[-*+•]|\d+[.、)])\s+/, "")
    .replace(/\*\*|__/g, "")
    .replace(/[[【［]\^?(\d+(?:\s*[,，、;；]\s*\d+)*)[\]】］](?:\(\d+\))?/g, (_all, list: string) =>
      list
        .split(/\D+/)
        .map((marker) => `[${marker}]`)
        .join(""),
    );
}

function sentencesIn(line: string): string[] {
  const found: string[] = [];
  for (const { start, end } of sentences(line)) {
    const piece = line.slice(start, end);
    const markers = LEADING_MARKERS.exec(piece)?.[0] ?? "";
    const rest = piece.slice(markers.length).trim();
    const before = found.pop();
    // A marker behind the full stop belongs to the sentence before it.
    if (before !== undefined) found.push(before + markers + (/[\p{L}\p{N}]/u.test(rest) ? "" : rest));
    if (/[\p{L}\p{N}]/u.test(rest)) found.push(...rest.split(/(?<=[.!?](?:\s?\[\d+\])*)\s+(?=[A-Z])/));
  }
  return found;
}

function withNextMarkers(sentences: readonly string[]): string[] {
  let next = "";
  return sentences
    .toReversed()
    .map((sentence) => {
      const markers = sentence.match(/\[\d+\]/g);
      if (markers === null) return sentence + next;
      next = markers.join("");
      return sentence;
    })
    .toReversed();
}
