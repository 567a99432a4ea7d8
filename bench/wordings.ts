import { conceptById } from "#indicators/catalogue.ts";
import { findMentions } from "#indicators/catalogue-mentions.ts";
import { foldPlain } from "#text/fold.ts";

/** The question once more for each indicator it names by another word: GDP → 地区生产总值. */
export function wordingsOf(question: string): string[] {
  const folded = foldPlain(question);
  return findMentions(folded).flatMap(({ start, end, concepts }) =>
    concepts.flatMap((id) => {
      const name = conceptById(id)?.name;
      return name === undefined ? [] : [folded.slice(0, start) + name + folded.slice(end)];
    }),
  );
}
