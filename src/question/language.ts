import type { Language } from "./question.ts";

/** The language of a folded turn: English where its words outweigh the Chinese characters. */
export function languageOf(folded: string): Language {
  // Abbreviations (GDP, PM2.5, CPI) and marks of a page are in no language.
  const words = folded
    .replace(/<[^>]*>/g, " ")
    .match(/[a-z]{4,}|\b(?:the|is|of|in|and|how|who|why|did|was|are|for)\b/g);
  const latin = words?.join("").length ?? 0;
  const chinese = folded.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return latin > 0 && chinese * 3 < latin ? "en" : "zh";
}
