import fc from "fast-check";
import { z } from "zod";
import { concepts } from "#indicators/catalogue.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { isUnit } from "#text/quantity-units.ts";

/** What a made report tells of one indicator: a figure for each of these, as decimal digits. */
export const SLOTS = ["before", "target", "actual", "growth", "next", "nextGrowth"] as const;
export type Slot = (typeof SLOTS)[number];

const decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/u);
export const itemSchema = z.strictObject({
  name: z.string(),
  unit: z.string(),
  figures: z.record(z.enum(SLOTS), decimal),
});
export type Item = z.infer<typeof itemSchema>;

export const factsSchema = z.strictObject({
  /** A city above the region, or empty. */
  city: z.string(),
  region: z.string(),
  /** The year looked back on. */
  year: z.int(),
  items: z.array(itemSchema).min(3),
});
/** The known facts that a report is written from. No two figures of it are equal, so that each is known by its digits. */
export type Facts = z.infer<typeof factsSchema>;

/** Invented places; none is in the gazetteer. */
const REGIONS = ["青溪区", "澄湖区", "岚桥县", "云澜市", "栖霖县", "砚池区", "霁川县", "苍榆市"];
const CITIES = ["", "", "曜州市", "望澜市"];

const MADE_OF = ["智慧", "绿色", "乡村", "社区", "数字", "山区", "滨水", "夜间"];
const MADE_THINGS = [
  ["书屋数量", "个"],
  ["果园面积", "公顷"],
  ["泵站产值", "亿元"],
  ["驿站营业收入", "万元"],
  ["青稞酒产量", "万吨"],
  ["灯塔覆盖率", "%"],
  ["消费增速", "%"],
  ["人均用水量", "立方米/人"],
] as const;
const invented = MADE_OF.flatMap((kind) =>
  MADE_THINGS.map(([thing, unit]) => ({ name: `${kind}${thing}`, unit })),
);

/** Names of the catalogue with the unit reports print them in, where the name alone is the indicator. */
const known = concepts.flatMap(({ name, units }) => {
  const [unit] = units;
  return unit !== undefined && canonicalName(name).indicator === name ? [{ name, unit }] : [];
});

/** A growth of a growth, and a unit that no cell prints behind its figure (上年=100), are no facts of a table. */
const mixed = [...known, ...known, ...invented].filter(
  ({ name, unit }) => isUnit(unit) && (!/增|降|提高|减少/u.test(name) || unit !== "%"),
);
const money = mixed.filter(({ unit }) => unit === "亿元");

/** True for a figure that grows by points and may fall below zero. */
export const isRate = (unit: string): boolean => unit === "%";

interface Drawn {
  readonly pick: number;
  readonly size: number;
  readonly places: number;
  readonly falls: boolean;
}

/** `size` is unique in a report, and so are its digits whatever their point. */
function figureOf({ size, places, falls }: Drawn, rate: boolean): string {
  const digits = rate ? String((size % 899) + 101) : String(size);
  const point = rate ? 1 : places;
  const text = point === 0 ? digits : `${digits.slice(0, -point)}.${digits.slice(-point)}`;
  return rate && falls ? `-${text}` : text;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  pick: fc.nat(9999),
  size: fc.integer({ min: 1001, max: 9_999_999 }),
  places: fc.constantFrom(1, 2, 0),
  falls: fc.boolean(),
});

/** Facts of one report; with `oneUnit` all its indicators are sums of 亿元, as a table with one unit for all needs. */
export function factsArbitrary(oneUnit: boolean): fc.Arbitrary<Facts> {
  const pool = oneUnit ? money : mixed;
  const items = fc
    .uniqueArray(
      fc.record({
        at: fc.nat(pool.length - 1),
        figures: fc.array(drawn, { minLength: SLOTS.length, maxLength: SLOTS.length }),
      }),
      { minLength: 3, maxLength: 9, selector: ({ at }) => pool[at]?.name ?? "" },
    )
    .map((made) => distinct(made.map(({ at, figures }) => itemOf(pool[at] ?? money[0], figures))));
  return fc.record({
    city: fc.constantFrom(...CITIES),
    region: fc.constantFrom(...REGIONS),
    year: fc.integer({ min: 2012, max: 2025 }),
    items,
  });
}

function itemOf(indicator: { name: string; unit: string } | undefined, figures: readonly Drawn[]): Item {
  const { name, unit } = indicator ?? { name: "地区生产总值", unit: "亿元" };
  const made = SLOTS.map((slot, at) => {
    const growth = slot === "growth" || slot === "nextGrowth";
    const figure = figures[at] ?? { pick: 0, size: 1001 + at, places: 1, falls: false };
    // An aim is no fall, and a share of nothing below zero: only growths are.
    const falls = figure.falls && slot === "growth";
    return [slot, figureOf({ ...figure, falls }, growth || isRate(unit))] as const;
  });
  return { name, unit, figures: Object.fromEntries(made) as Item["figures"] };
}

/** A figure whose digits stand in an earlier one is made another one. */
function distinct(items: readonly Item[]): Item[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const figures = { ...item.figures };
    for (const slot of SLOTS) {
      let figure = figures[slot];
      for (let more = 1; taken.has(figure.replace("-", "")); more++) figure = shifted(figures[slot], more);
      taken.add(figure.replace("-", ""));
      figures[slot] = figure;
    }
    return { ...item, figures };
  });
}

function shifted(figure: string, more: number): string {
  const [whole = "0", rest = ""] = figure.replace("-", "").split(".");
  const moved = `${Number(whole) + more}${rest === "" ? "" : `.${rest}`}`;
  return figure.startsWith("-") ? `-${moved}` : moved;
}
