import type { UsedRow } from "#answer/draft.ts";
import type { Quantity } from "#text/quantity/quantity.ts";
import { checkWords, placesOf, says } from "./check-words.ts";
import { type Fault, type Ground, quantitiesIn } from "./ground.ts";

/** Words that set the figure before them against the figure after them. */
const WAYS = ["more", "less", "climbs", "sinks"] as const;
/** Characters behind such a word that tell what it is said of. */
const OBJECT = 3;

/** What is wrong with what a sentence concludes: who is higher, who is first, whether a target was met. */
export function relationFaults(sentence: string, ground: Ground): Fault[] {
  const quantities = quantitiesIn(sentence);
  const compared = WAYS.every((way) => comparisonsHold(sentence, way, { quantities, ground }));
  const ranked = (["most", "least"] as const).every((end) =>
    extremesHold(sentence, end, { quantities, ground }),
  );
  return [
    ...(compared && ranked ? [] : (["relation"] as const)),
    ...(verdictHolds(sentence, ground) ? [] : (["verdict"] as const)),
  ];
}

interface Figures {
  readonly quantities: readonly Quantity[];
  readonly ground: Ground;
}

/** Each 高于, 低于, 升至 or 降至 is the report's or the composer's own, or stands between two figures that bear it out. */
function comparisonsHold(
  sentence: string,
  way: (typeof WAYS)[number],
  { quantities, ground }: Figures,
): boolean {
  return placesOf(sentence, checkWords[way]).every(({ start, end }) => {
    const right = quantities.find((quantity) => quantity.start >= end);
    const left = quantities.findLast((quantity) => quantity.end <= start);
    const own = sentence.slice(start, right?.end ?? end);
    if (right !== undefined && isSaid(own, ground)) return true;
    if (left !== undefined && right !== undefined && left.unit === right.unit) {
      const difference = Number(left.value) - Number(right.value);
      return way === "more" || way === "sinks" ? difference > 0 : difference < 0;
    }
    return isSaid(sentence.slice(start, end + OBJECT), ground);
  });
}

/** 最高 and 最低 are said by the report, or of a figure that no row beats. */
function extremesHold(sentence: string, end: "most" | "least", { quantities, ground }: Figures): boolean {
  return placesOf(sentence, checkWords[end]).every((place) => {
    const rows = ground.allRows.filter(({ row }) => row.value !== null);
    if (rows.length < 2) return isSaid(place.word, ground);
    const figure = quantities.find((quantity) => quantity.start >= place.end);
    return figure !== undefined && rows.every(({ row }) => !beats({ row, figure, end }));
  });
}

function beats({ row, figure, end }: Pick<UsedRow, "row"> & { figure: Quantity; end: string }): boolean {
  const difference = Number(row.value) - Number(figure.value);
  return end === "most" ? difference > 0 : difference < 0;
}

/** Met and missed only as the composer or the report says it. */
function verdictHolds(sentence: string, { told, quotes }: Ground): boolean {
  return [...verdictsIn(sentence)].every((verdict) => verdictsIn(`${told}\n${quotes}`).has(verdict));
}

/** The verdicts on targets a text holds. */
export function verdictsIn(text: string): Set<"met" | "unmet"> {
  const found = new Set<"met" | "unmet">();
  if (says(text, checkWords.unmet)) found.add("unmet");
  if (says(text.replace(checkWords.unmet, " "), checkWords.met)) found.add("met");
  return found;
}

function isSaid(words: string, { told, quotes }: Ground): boolean {
  return told.includes(words) || quotes.includes(words);
}
