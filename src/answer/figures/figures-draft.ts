import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import type { Sources } from "#answer/sources.ts";
import { conceptById } from "#indicators/catalogue.ts";
import { otherCalibres } from "#indicators/catalogue-calibres.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { namedIndicator } from "#question/indicator/lookup-names.ts";
import type { Question } from "#question/question.ts";
import { patterns } from "#question/words/patterns.ts";
import { foldPlain } from "#text/fold.ts";
import { byRegionDraft, whichRegionDraft } from "./by-region.ts";
import { comparisonDraft } from "./compare.ts";
import { withIndex } from "./index-change.ts";
import { metDraft } from "./met.ts";
import { metOtherwise } from "./other-measure.ts";
import { withPartsNamed } from "./printed-name.ts";
import { sidesDraft } from "./sides.ts";
import { misfit } from "./units.ts";
import { valueDraft } from "./value.ts";

/**
 * The indicators a question names, from the table, in the form it asks for; null where the table holds none of them,
 * or none in the measure asked for.
 */
export function figuresDraft(question: Question, desk: () => Desk): Draft | null {
  const { sources } = desk();
  const exact = withPartsNamed(question, sources);
  const form = inForm(exact, () => new Desk(exact, sources));
  const draft =
    form ??
    fromIndex(exact, sources) ??
    inOtherCalibre(exact, sources) ??
    asRatio(exact, sources) ??
    asShare(exact, sources);
  const rows = draft?.used.map(({ row }) => row) ?? [];
  return misfit(foldPlain(question.asked), rows) ? null : draft;
}

/** 居民消费价格涨了多少 where only the index is printed: the index, and what it says of the change. */
function fromIndex(question: Question, sources: Sources): Draft | null {
  const index = question.operation === "value" ? withIndex(question) : null;
  const draft = index === null ? null : valueDraft(new Desk(index, sources));
  return draft?.status === "answered" ? draft : null;
}

/** 固定资产投资 where only 全社会固定资产投资 is printed: told under its own name. */
function inOtherCalibre(question: Question, sources: Sources): Draft | null {
  const [indicator, another] = question.indicators;
  const names = indicator?.names.flatMap(otherCalibres) ?? [];
  if (indicator === undefined || another !== undefined || names.length === 0) return null;
  const other = { ...question, indicators: [{ ...indicator, names }] };
  const draft = inForm(other, () => new Desk(other, sources));
  const growth = (name: string | undefined) => name?.endsWith("增速") === true;
  const first = growth(indicator.names[0]);
  const same = new Set(indicator.names.filter((name) => growth(name) === first).flatMap(otherCalibres));
  return draft?.status === "answered" && draft.used.some(({ row }) => same.has(row.indicator)) ? draft : null;
}

/** 城乡居民收入比 where no report prints it: the two it is the ratio of. */
function asRatio(question: Question, sources: Sources): Draft | null {
  const [indicator, another] = question.indicators;
  const [id] = indicator?.concepts ?? [];
  const of = id === undefined ? undefined : conceptById(id)?.ratioOf;
  if (of === undefined || another !== undefined) return null;
  const indicators = of.map((each) => namedIndicator(each, [each], "level"));
  return comparisonDraft(
    new Desk({ ...question, indicators, operation: "difference" }, sources),
    "difference",
  );
}

const SHARE = /^(.+?)占(.+?)的?(?:比重|比例)$/u;

/** 税收占一般公共预算收入比重 where no report prints it: the part and the whole, and what share that is. */
function asShare(question: Question, sources: Sources): Draft | null {
  const [indicator, another] = question.indicators;
  const [, part = "", whole = ""] = SHARE.exec(indicator?.names[0] ?? "") ?? [];
  const named = [part, whole].map((name) => canonicalName(name));
  if (another !== undefined || question.regions.length !== 1 || question.years.length !== 1) return null;
  const indicators = named.flatMap(({ indicator: name, concept }) =>
    concept === null ? [] : [namedIndicator(name, [concept], "level")],
  );
  const asked = `${question.asked}占`;
  const draft = comparisonDraft(
    new Desk({ ...question, asked, indicators, operation: "difference" }, sources),
    "difference",
  );
  const held = new Set(draft?.used.map(({ row }) => row.indicator)).size;
  return indicators.length === 2 && held === 2 ? draft : null;
}

function inForm(question: Question, desk: () => Desk): Draft | null {
  if (question.sides.length > 0 || question.operation === "sum") {
    const together = sidesDraft(desk());
    if (together !== null) return together;
  }
  const setSideBySide = question.operation === "compare" || question.operation === "rank";
  const which = setSideBySide ? null : whichRegionDraft(desk());
  if (which !== null) return which;
  switch (question.operation) {
    case "met":
      return metDraft(desk()) ?? metOtherwise(question, desk()) ?? valueDraft(desk());
    case "compare":
    case "difference":
    case "series":
    case "rank": {
      const ending = {
        compare: "comparison",
        difference: "difference",
        series: "series",
        rank: "rank",
      } as const;
      return comparisonDraft(desk(), ending[question.operation]) ?? valueDraft(desk());
    }
    default:
      if (question.indicators.length === 2 && patterns.share.test(foldPlain(question.asked))) {
        const share = comparisonDraft(desk(), "difference");
        if (share !== null) return share;
      }
      return byRegionDraft(desk()) ?? valueDraft(desk());
  }
}
