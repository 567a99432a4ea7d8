import { z } from "zod";
import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { factFor } from "#answer/facts.ts";
import type { AskedKind, IndicatorRow } from "#domain/indicator.ts";
import { asksTargetOnly, type Question } from "#question/question.ts";
import { EVERY_INDICATOR, indicatorListDraft } from "./indicator-list.ts";
import { tableOf } from "./layout.ts";
import overviewData from "./overview.json" with { type: "json" };

const data = z
  .strictObject({
    asked: z.string(),
    core: z.string(),
    bare: z.string(),
    english: z.string(),
    indicators: z.array(z.string()).min(1),
  })
  .parse(overviewData);
const ASKED = new RegExp(data.asked, "u");
const CORE = new RegExp(data.core, "u");
const BARE = new RegExp(data.bare, "u");
const ENGLISH = new RegExp(data.english, "u");

/** The indicators that stand for a year as a whole. */
export const HEADLINES: ReadonlySet<string> = new Set(data.indicators);

/** Fewer figures than these are no picture of a year. */
const LEAST_FIGURES = 3;
/** More regions than these are no overview any more. */
const MOST_REGIONS = 3;

/** True for 江北区2022年经济怎么样, 主要指标: the whole is asked about, no part of it. */
export function asksOverview(question: Question): boolean {
  const { topic, asked, language, indicatorShare, regions, years } = question;
  if (language === "en") return ENGLISH.test(topic);
  const words = topic.replaceAll(" ", "");
  const bare = asksTargetOnly(question) || (years.length > 0 && BARE.test(asked));
  if (words === "") return regions.length > 0 && bare;
  return indicatorShare === 0 && ASKED.test(words) && CORE.test(words);
}

/**
 * The headline figures of a region's year as one table: results, or targets where those are asked for. Null where
 * something else is asked, or a region holds too few of them.
 */
export function overviewDraft(desk: Desk): Draft | null {
  const { question, sources } = desk;
  if (!asksOverview(question)) return null;
  // What is aimed at stands in a table of its own, which is told complete.
  if (asksTargetOnly(question)) return indicatorListDraft(desk, EVERY_INDICATOR);
  const regions = question.regions.length > 0 ? question.regions : sources.outline.regions;
  return regions.length > MOST_REGIONS ? null : headlinesDraft(desk, regions);
}

/** The same for a question that asks what a year brought in other words. */
export function headlinesDraft(desk: Desk, regions: readonly string[]): Draft | null {
  const held = regions.map((region) => headlinesOf(desk, region));
  const rows = held.filter(({ length }) => length >= LEAST_FIGURES);
  if (rows.length < (desk.question.regions.length > 0 ? held.length : 1)) return null;
  const places = rows.flatMap(([first]) =>
    first === undefined
      ? []
      : [desk.say("overview.place", { where: desk.region(first.region), when: desk.year(first.year) })],
  );
  const kinds = kindsAsked(desk.question).map((kind) => desk.say(`kindname.${kind}`));
  const text = desk.say("overview", {
    places: places.join(desk.say("and.list")),
    kinds: kinds.join(desk.say("and.list")),
  });
  return desk.draft("value", [{ type: "paragraph", text }, tableOf(desk, rows.flat(), text)]);
}

const kindsAsked = ({ kinds }: Question): readonly AskedKind[] => (kinds.length > 0 ? kinds : ["actual"]);

function headlinesOf(desk: Desk, region: string): IndicatorRow[] {
  const { question } = desk;
  const kinds = kindsAsked(question);
  const years = question.years.length > 0 ? question.years : fullestYear(desk, region, kinds);
  return years.flatMap((year) =>
    data.indicators.flatMap((name) =>
      kinds.flatMap((kind) => {
        const fact = factFor(desk.sources, { region, year, kind, names: [name] });
        return fact === null ? [] : [fact.row];
      }),
    ),
  );
}

/** The newest year with the most headline figures. */
function fullestYear({ sources }: Desk, region: string, kinds: readonly AskedKind[]): number[] {
  const rows = sources.rows({ regions: [region], indicators: [...data.indicators], kinds: [...kinds] });
  const names = new Map<number, Set<string>>();
  for (const { year, indicator } of rows)
    names.set(year, (names.get(year) ?? new Set<string>()).add(indicator));
  const [best] = [...names].sort(([a, held], [b, others]) => others.size - held.size || b - a);
  return best === undefined ? [] : [best[0]];
}
