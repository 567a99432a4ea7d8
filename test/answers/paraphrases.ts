import { type AskedKind, type IndicatorRow, isAimOrResult } from "#domain/indicator.ts";
import { type Concept, concepts } from "#indicators/catalogue.ts";
import { nameKey } from "#indicators/catalogue-key.ts";
import { phrasesOf, type Via } from "#indicators/catalogue-phrases.ts";

/** A question made from one cell of a table, in other words than the cell's own name. */
export interface Paraphrase {
  readonly asked: string;
  readonly row: IndicatorRow;
}

/** A source of numbers from 0 up to `below`; the same seed gives the same numbers. */
export type Draw = (below: number) => number;

/** mulberry32. */
export function drawFrom(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What a template is filled with: place, year and the words for the indicator. */
interface Filling {
  readonly place: string;
  readonly year: string;
  readonly words: string;
}
type Template = (filling: Filling) => string;
type Kinds = Readonly<Record<AskedKind, readonly Template[]>>;

const CHINESE: Kinds = {
  target: [
    ({ place, year, words }) => `${place}${year}${words}的目标是多少？`,
    ({ place, year, words }) => `${year}${place}给${words}定的是多少`,
    ({ place, year, words }) => `请问${place}${year}要把${words}做到多少？`,
    ({ place, year, words }) => `我想了解一下${place}的情况，${year}${words}年初的预期目标是几？`,
    ({ place, year, words }) => `${words}，${place}${year}计划是多少`,
    ({ place, year, words }) => `${place}打算${year}把${words}搞到多少啊`,
  ],
  actual: [
    ({ place, year, words }) => `${place}${year}${words}实际是多少？`,
    ({ place, year, words }) => `${year}${place}的${words}最终完成了多少？`,
    ({ place, year, words }) => `帮我查一下${place}${year}实际的${words}，谢谢`,
    ({ place, year, words }) => `${words}，${place}${year}实际做到了多少`,
    ({ place, year, words }) => `您好，写论文要用，${place}在${year}的${words}到底实际是多少？`,
  ],
};

/** For words that ask by themselves (买东西花了多少钱). */
const ASKING: Kinds = {
  target: [
    ({ place, year, words }) => `按${year}的目标，${place}${words}？`,
    ({ place, year, words }) => `${place}计划${year}${words}`,
  ],
  actual: [
    ({ place, year, words }) => `${place}${year}实际${words}？`,
    ({ place, year, words }) => `${year}${place}最终${words}`,
  ],
};

const ENGLISH: Kinds = {
  target: [
    ({ place, year, words }) => `What is the ${year} target for ${words} in ${place}?`,
    ({ place, year, words }) => `What was ${place}'s planned ${words} for ${year}?`,
  ],
  actual: [
    ({ place, year, words }) => `What was the actual ${words} of ${place} in ${year}?`,
    ({ place, year, words }) => `Tell me ${place}'s ${words} actually achieved in ${year}`,
  ],
};

const GROWN = {
  zh: ["增速", "增长率", "涨幅", "同比增速", "的增长速度"],
  en: [" growth", " growth rate"],
} as const;
const NUMERALS = "〇一二三四五六七八九";
const LATIN: Readonly<Record<string, string>> = { 江北区: "Jiangbei", 大渡口区: "Dadukou", 渝北区: "Yubei" };

/** Every cell that stands for a catalogue indicator, asked for `times` times over in drawn words. */
export function paraphrasesOf(rows: readonly IndicatorRow[], draw: Draw, times: number): Paraphrase[] {
  const asked = new Map<string, IndicatorRow>();
  for (let round = 0; round < times; round++) {
    for (const row of rows) {
      const question = paraphrase(row, draw);
      if (question !== null) asked.set(question, row);
    }
  }
  return [...asked].map(([question, row]) => ({ asked: question, row }));
}

function paraphrase(row: IndicatorRow, draw: Draw): string | null {
  const concept = concepts.find(({ name, growthName }) => [name, growthName].includes(row.indicator));
  if (concept === undefined || row.region === null || !isAimOrResult(row.kind)) return null;
  const choices = wordsFor(concept, row);
  const chosen = choices[draw(choices.length)];
  if (chosen === undefined) return null;
  const english = chosen.via === "english";
  const templates = (english ? ENGLISH : /多少|几/.test(chosen.text) ? ASKING : CHINESE)[row.kind];
  const template = templates[draw(templates.length)];
  const growth = row.indicator === concept.growthName && !chosen.growth;
  const grown = GROWN[english ? "en" : "zh"];
  const words = chosen.text + (growth ? (grown[draw(grown.length)] ?? "") : "");
  const place = english ? (LATIN[row.region] ?? "") : placeIn(row.region, draw);
  const year = english ? String(row.year) : `${yearIn(row.year, draw)}年`;
  return place === "" ? null : (template?.({ place, year, words }) ?? null);
}

/** Every way to name the indicator but the printed name; words that ask by themselves (消费了多少) take no word of growth behind them. */
function wordsFor(concept: Concept, { indicator, name }: IndicatorRow) {
  const growth = indicator === concept.growthName;
  const printed = new Set([indicator, concept.name, name.replace(/[（(].*/, "")].map(nameKey));
  return phrasesOf(concept).filter(
    (phrase): phrase is { text: string; growth: boolean; via: Via } =>
      (!phrase.growth || growth) &&
      !printed.has(nameKey(phrase.text)) &&
      (phrase.growth || !growth || !/多少|几/.test(phrase.text)),
  );
}

const placeIn = (region: string, draw: Draw): string =>
  [region, region.replace(/区$/, ""), `重庆市${region}`, `重庆${region}`][draw(4)] ?? region;

function yearIn(year: number, draw: Draw): string {
  const digits = String(year);
  if (draw(5) > 0) return digits;
  return [...digits].map((digit) => NUMERALS[Number(digit)] ?? digit).join("");
}
