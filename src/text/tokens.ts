import { foldPlain } from "./fold.ts";

/** In order of preference: 5g, gdp, pm2.5, r&d; 2,442.6 with its %; a run of Han characters. */
const PIECE =
  /(?<word>\d*[a-z]+[a-z0-9]*(?:[.&+'-][a-z0-9]+)*)|(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s*(?<mark>%|‰)|\s*(?<unit>\p{Script=Han}))?|(?<han>\p{Script=Han}+)/gu;

/**
 * The terms of a text for lexical search: Latin words, whole numbers and overlapping pairs of Han characters
 * (a lone character stands for itself). A number is given bare and, where a mark or unit follows, together with
 * its first character (`5.3%` → `5.3`, `5.3%`; `1744亿元` → `1744`, `1744亿`, `亿元`), so that it is found
 * in a sentence as well as in a table whose unit stands in the header.
 */
export function tokens(text: string): string[] {
  const folded = foldPlain(text);
  const found: string[] = [];
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(folded); match !== null; match = PIECE.exec(folded)) {
    const { word, number, mark, unit, han } = match.groups ?? {};
    if (word !== undefined) found.push(word);
    if (number !== undefined) {
      const bare = number.replaceAll(",", "");
      found.push(bare);
      const follower = mark ?? unit;
      if (follower !== undefined) found.push(bare + follower);
      // The unit's character also opens the run of characters after the number.
      if (unit !== undefined) PIECE.lastIndex -= unit.length;
    }
    if (han !== undefined) pushPairs(han, found);
  }
  return found;
}

function pushPairs(run: string, found: string[]): void {
  const characters = Array.from(run);
  if (characters.length === 1) found.push(run);
  for (let at = 1; at < characters.length; at += 1) {
    found.push(`${characters[at - 1]}${characters[at]}`);
  }
}
