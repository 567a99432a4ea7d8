import { zoneAsked } from "#answer/asked/zone-asked.ts";
import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { settle } from "#answer/facts.ts";
import { spoken } from "#answer/figures/clause.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { conceptById } from "#indicators/catalogue.ts";
import type { Block } from "#protocol/chat.ts";
import type { ReadUnit } from "#read/read-unit.ts";

const LONGEST_QUOTE = 120;

/** The question is about regions the corpus does not hold. */
export function refuseRegion(desk: Desk, examples: readonly string[]): Draft {
  const { otherRegions, inside } = desk.question;
  const { regions } = desk.sources.outline;
  const listed = (names: readonly string[]) =>
    [...new Set(names)].map((name) => desk.region(name)).join(desk.say("and.many"));
  const sought = otherRegions.every((name) => inside.some(({ place }) => place === name));
  const text = sought
    ? desk.say("refuse.inside", {
        place: listed(otherRegions),
        region: listed(inside.map(({ region }) => region)),
      })
    : desk.say("refuse.region", { region: listed(otherRegions) });
  const blocks: Block[] = [
    { type: "paragraph", text },
    {
      type: "paragraph",
      text: desk.say("held", { held: regions.map((name) => desk.region(name)).join(desk.say("and.many")) }),
    },
  ];
  return desk.refusal("not_in_corpus", blocks, examples);
}

/** Nothing held answers: said in one sentence, then the nearest thing that is held, cited. */
export function refuseNotHeld(desk: Desk, nearest: ReadUnit | null, suggestions: readonly string[]): Draft {
  const { indicators, years } = desk.question;
  const rows = indicators.length > 0 ? nearestRows(desk) : [];
  // What was asked is narrower than a figure that bears its name: that figure is not said to be missing.
  const named = rows.some(
    ({ indicator, year }) => years.includes(year) && indicators[0]?.names[0] === indicator,
  );
  const blocks: Block[] = [
    { type: "paragraph", text: named ? desk.say("refuse.not_in_corpus") : lead(desk) },
  ];
  if (rows.length > 0) {
    const told = rows.map((row) =>
      desk.say(`cell.${row.kind}`, {
        where: desk.whose(row),
        when: desk.year(row.year),
        indicator: desk.indicatorOf(row),
        value: spoken(desk, row),
        marks: desk.mark(row),
      }),
    );
    const end = desk.question.language === "en" ? "." : "。";
    blocks.push({
      type: "paragraph",
      text: desk.say("nearest", { nearest: `${told.join(desk.say("semicolon"))}${end}` }),
    });
  } else if (nearest !== null) blocks.push(nearestPassage(desk, nearest.unit.documentId, nearest.unit));
  return desk.refusal("not_in_corpus", blocks, suggestions);
}

function lead(desk: Desk): string {
  const { regions, years, indicators, operation } = desk.question;
  const what = indicators[0]?.names[0] ?? indicators[0]?.phrase;
  if (what !== undefined && operation === "reason")
    return desk.say("refuse.reason", {
      where: regions.map((name) => desk.region(name)).join(desk.say("and.many")),
      years: years.map((year) => desk.year(year)).join(desk.say("and.many")),
      what: desk.indicator(what),
    });
  // A zone's figure is not held; the region's may be.
  if (what === undefined || years.length === 0 || zoneAsked(desk.question, desk.sources) !== null)
    return desk.say("refuse.not_in_corpus");
  return desk.say("refuse.year", {
    where: regions.map((name) => desk.region(name)).join(desk.say("and.many")),
    years: yearsSaid(years),
    what: desk.indicator(what),
  });
}

/** 2021—2023: years in a row by the first and the last. */
function yearsSaid(years: readonly number[]): string {
  const [first, ...others] = years;
  const inRow =
    others.length > 1 && first !== undefined && others.every((year, at) => year === first + at + 1);
  return inRow ? `${first}—${others.at(-1)}` : years.join("、");
}

/** The words of a report nearest to what was asked, cut short and cited. */
export function nearestPassage(desk: Desk, documentId: string, window: Span): Block {
  const text = desk.sources.document(documentId)?.text ?? "";
  const end = Math.min(window.end, window.start + LONGEST_QUOTE);
  const span = { start: window.start, end };
  const quote = sliceOf(text, span)
    .replaceAll("\n", " ")
    .replace(/\[\d+\]/g, "");
  const marks = `[${desk.book.cite(documentId, span)}]`;
  return {
    type: "paragraph",
    text: desk.say("nearest.passage", { quote: end < window.end ? `${quote}……` : quote, marks }),
  };
}

/**
 * The rows nearest to a figure that is not held: its other measure or a related indicator for the same place
 * and year, then the same indicator in the nearest year; where no region is named, then in the same year elsewhere. Of a
 * region that is named no other region's figure is near. At most two.
 */
function nearestRows(desk: Desk): IndicatorRow[] {
  const { question, sources } = desk;
  // 江北嘴的GDP: what is near to the figure of a place inside some region is no region's.
  if (question.regions.length === 0 && zoneAsked(question, sources) !== null) return [];
  const concepts = question.indicators.flatMap(({ concepts: ids }) => ids);
  const names = new Set(question.indicators.flatMap((indicator) => indicator.names));
  const kin = concepts.flatMap((id) => {
    const concept = conceptById(id);
    const related = (concept?.related ?? []).map(conceptById);
    return [concept, ...related].flatMap((each) =>
      each === undefined ? [] : [each.name, each.growthName ?? each.name],
    );
  });
  const regions = question.regions.length > 0 ? { regions: question.regions } : {};
  const years = question.years.length > 0 ? { years: question.years } : {};
  const here = kin.length === 0 ? [] : sources.rows({ indicators: kin, ...regions, ...years });
  const otherYears = names.size === 0 ? [] : sources.rows({ indicators: [...names], ...regions });
  const open = names.size > 0 && question.regions.length === 0;
  const elsewhere = !open ? [] : sources.rows({ indicators: [...names], ...years });
  const found: IndicatorRow[] = [];
  for (const rows of [here, byDistance(otherYears, question.years), elsewhere]) {
    for (const row of rows) {
      const same = found.some(
        (known) => known.indicator === row.indicator && known.year === row.year && known.kind === row.kind,
      );
      if (!same && row.region !== null) found.push(settled(desk, row));
      if (found.length === 2) return found;
    }
    if (found.length > 0) return found;
  }
  return found;
}

function settled(desk: Desk, row: IndicatorRow): IndicatorRow {
  const { region, year, kind, indicator } = row;
  if (region === null) return row;
  const rows = desk.sources.rows({
    regions: [region],
    years: [year],
    kinds: [kind],
    indicators: [indicator],
  });
  return settle(rows, desk.sources)?.row ?? row;
}

function byDistance(rows: readonly IndicatorRow[], years: readonly number[]): IndicatorRow[] {
  const wanted = years[0];
  const distance = (row: IndicatorRow) => (wanted === undefined ? -row.year : Math.abs(row.year - wanted));
  return [...rows].sort(
    (a, b) => distance(a) - distance(b) || (a.kind === b.kind ? 0 : a.kind === "actual" ? -1 : 1),
  );
}
