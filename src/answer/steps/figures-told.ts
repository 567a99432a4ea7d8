import { zoneAsked } from "#answer/asked/zone-asked.ts";
import { partsComparedDraft } from "#answer/compare/compare-parts.ts";
import { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { againstWholeDraft, asksAgainstWhole } from "#answer/figures/against-whole.ts";
import { figuresDraft } from "#answer/figures/figures-draft.ts";
import { ofNamedThing } from "#answer/figures/named-thing.ts";
import { withOpenCalibres } from "#answer/figures/open-calibre.ts";
import { asksOwnRank, asksStreak, ranksAsked, rankUnsaid } from "#answer/figures/own-rank.ts";
import { siblingDraft, withSiblings } from "#answer/figures/sibling.ts";
import { tellsFigure } from "#answer/figures/tells-figure.ts";
import { asksMeasures } from "#answer/passages/forms.ts";
import { passageDraft } from "#answer/passages/passage-draft.ts";
import { SURELY } from "#answer/passages/read-choice.ts";
import { ambiguityDraft } from "#answer/refuse/clarify.ts";
import type { Sources } from "#answer/sources.ts";
import type { Question } from "#question/question.ts";
import { closerPassage } from "./closer-passage.ts";
import type { Asked, Step } from "./step.ts";

/** 排第几, 连续几年第一: a remark of the table, else the report's own words. */
export const rankStep: Step = async ({ question, desk }) => {
  if (!asksOwnRank(question) && !asksStreak(question)) return undefined;
  const noted = question.indicators.length === 0 ? null : figuresDraft(question, desk);
  const remarked = asksOwnRank(question) && noted?.used.some(({ row }) => row.note !== null) === true;
  if (noted !== null && remarked && rankUnsaid(desk(), noted) === noted) return noted;
  const ranked = await passageDraft(desk(), "passage");
  return ranked !== null && ranksAsked(desk(), ranked) ? ranked : undefined;
};

/** 比全市高还是低: a remark of the table, else the report's own words. */
export const againstWholeStep: Step = ({ question, desk, sources }) => {
  if (!asksAgainstWhole(question)) return undefined;
  const plain = { ...question, operation: "value" as const };
  const figures = figuresDraft(plain, () => new Desk(plain, sources));
  return againstWholeDraft(desk(), figures) ?? undefined;
};

/** The figures of the indicators named, unless a passage tells more of what is asked. */
export const figuresStep: Step = async (asked) => {
  const { sources } = asked;
  const question = withSiblings(withOpenCalibres(asked.question, sources), sources);
  const desk = () => new Desk(question, sources);
  const named = question.indicators.length > 0;
  const figures = named ? (ambiguityDraft(desk()) ?? figuresDraft(question, desk)) : null;
  // What the table cannot compute, two figures of one paragraph may.
  const complete = (figures?.computed.length ?? 0) > 0 || tellsBothOfEach(question, figures);
  const apart = complete ? null : await partsComparedDraft(desk());
  if (apart !== null) return apart;
  if (!named) return undefined;
  const passage = asksMeasures(question)
    ? await passageDraft(desk(), "passage")
    : await closerPassage(desk());
  if (passage !== null && tellsFigure(question, passage, sources)) return passage;
  const beside = figures?.used.length === 1 ? await allOfIt(question, desk) : null;
  if (beside !== null) return beside;
  const ofRun = coversFew(question, figures) ? await passageDraft(desk(), "passage") : null;
  if (ofRun !== null) return ofRun;
  if (figures === null) return siblingDraft(question, sources) ?? undefined;
  if (!ofNamedThing(question, figures, sources)) return rankUnsaid(desk(), figures);
  // Of a place the passages are read with the indicator in mind: what else they tell of it is another figure.
  if (zoneAsked(question, sources) !== null) return undefined;
  return (await narrowerTold(question, sources)) ?? undefined;
};

/** “十一五”期间能耗降低多少: of a run of years the table holds fewer than half, so that a sentence on the whole run goes first. */
function coversFew({ years }: Question, figures: Draft | null): boolean {
  const told = new Set(figures?.used.map(({ row }) => row.year));
  return years.length > 2 && told.size * 2 < years.length;
}

/** Each of several indicators in its amount and its growth: nothing is left to compute. */
const tellsBothOfEach = ({ measure, indicators }: Question, figures: Draft | null): boolean =>
  measure === "both" &&
  indicators.length > 1 &&
  figures !== null &&
  figures.used.length >= 2 * indicators.length;

/** 脱贫的农户一年收入多少: of something narrower than the indicator a passage may tell what the table does not. */
const narrowerTold = (question: Question, sources: Sources): Promise<Draft | null> =>
  passageDraft(new Desk({ ...question, indicators: [], indicatorShare: 0 }, sources), "passage", SURELY);

/** The passage that tells all that is asked, where the figure found is that of one thing or one year of several. */
async function allOfIt(question: Question, desk: Asked["desk"]): Promise<Draft | null> {
  if (!setsTwo(question) && question.years.length < 2) return null;
  const told = await passageDraft(desk(), "passage", SURELY);
  const years = new Set(told?.book.citations.map(({ start }) => start)).size;
  return setsTwo(question) || years > 1 ? told : null;
}

/** 建成和开工的重点项目哪个多, 起数和死亡人数分别下降多少. */
const setsTwo = (question: Question): boolean =>
  /[和与及、][^,，。]{2,}(?:分别|各)/.test(question.asked) ||
  (/哪|谁|差|倍/.test(question.asked) && !question.asked.includes("占"));
