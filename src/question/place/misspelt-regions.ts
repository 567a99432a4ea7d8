import { startsAnotherName } from "#text/places/not-a-place.ts";
import { latin } from "#text/places/pinyin.ts";
import { shortName } from "#text/places/place-names.ts";
import { wordsIn } from "#text/words.ts";

/**
 * Held names written as another word of the same sound beside 区, a year or another name (余北区, 江背和…), and names with
 * one wrong character (大渡囗) where no other place is named.
 */
export function misspelt(text: string, held: readonly string[], alone: boolean) {
  const found: { name: string; start: number; end: number }[] = [];
  for (const name of held) {
    const short = shortName(name);
    const sound = latin(short);
    for (let start = 0; start + short.length <= Math.min(text.length, 200); start++) {
      const end = start + short.length;
      const written = text.slice(start, end);
      if (!/^[\u4e00-\u9fff\u56d7]+$/.test(written) || startsAnotherName(text, end)) continue;
      const wrong = [...written].filter((character, i) => character !== short[i]).length;
      const slips = alone && found.length === 0 && short.length >= 3 && wrong === 1;
      const alike = wrong > 0 && atEdge(text, { start, end }) && latin(written) === sound;
      if (!slips && !alike) continue;
      found.push({ name, start, end });
      break;
    }
  }
  return found;
}

/** Where a place is named: first, before 区 or a year, or joined to another; 预备 is a word of its own there. */
function atEdge(text: string, { start, end }: { start: number; end: number }): boolean {
  const next = text.slice(end, end + 1);
  if (start === 0 || /^[区县市\s\d]/.test(next)) return true;
  const joined = /[和与跟比、]$/.test(text.slice(0, start)) || /^[和与跟同、及比哪谁,，]/.test(next);
  return joined && !wordsIn(text).some((word) => word.start === start && word.end === end);
}
