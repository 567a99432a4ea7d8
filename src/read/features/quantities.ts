import { type Figure, figuresOf } from "#indicators/sentences/figures.ts";
import { type LeadReading, readLead } from "#indicators/sentences/lead.ts";
import { type AskedDimension, dimensionAsked, dimensionOf } from "#read/dimensions.ts";
import { heldAmong, type QuestionTerms, shareOf, termsPresent } from "#read/query-terms.ts";
import type { Asked } from "#read/seen.ts";
import { tokens } from "#text/tokens.ts";
import { type FeatureGroup, type Features, flag } from "./feature.ts";

const YEAR = /(?:19|20)\d{2}(?=年)/gu;
/** Characters before the words that lead to a figure in which the thing it is of may stand. */
const AROUND = 40;

/** A figure with what it is of. */
interface Told {
  readonly figure: Figure;
  readonly lead: LeadReading;
  /** Words it is a figure of; those of the figure before where it has none of its own: 达到5272亿美元，增长25.9%. */
  readonly subject: string;
  /** The clauses before it, with its own. */
  readonly around: string;
}

/**
 * Whether what is asked as a quantity is the subject of a quantity of the right dimension: 出口额 is none of 进出口总额5272亿美元,
 * nor of 出口增长26.8%. All zero, and `quantityFits` −1, where no quantity is asked.
 */
export const quantities: FeatureGroup = ({ folded, terms, inHeading }, asked) => {
  const wanted = dimensionAsked(asked);
  if (wanted === null) return NONE;
  const judged = toldIn(folded.replace(/\s/gu, "")).map((told) =>
    judge(told, { terms, inHeading, asked, wanted }),
  );
  const fitting = judged.filter(({ fits }) => fits);
  const best = fitting.reduce<Judgement | null>(better, null);
  const any = judged.reduce<Judgement | null>(better, null);
  return {
    quantityAsked: 1,
    quantityFits: fitting.length,
    quantitySubject: best?.share ?? 0,
    quantityWide: Math.max(0, ...fitting.map(({ wide }) => wide)),
    quantityPure: best?.pure ?? 0,
    quantityBoth: Math.max(0, ...fitting.map(({ share, pure }) => share * pure)),
    quantityMissing: best?.missing ?? 1,
    quantityYear: best?.year ?? 0,
    quantityOther: (any?.share ?? 0) - (best?.share ?? 0),
    quantityKind: best?.kind ?? 0,
  };
};

const NONE: Features = {
  quantityAsked: 0,
  quantityFits: -1,
  quantitySubject: 0,
  quantityWide: 0,
  quantityPure: 0,
  quantityBoth: 0,
  quantityMissing: 0,
  quantityYear: 0,
  quantityOther: 0,
  quantityKind: 0,
};

function toldIn(text: string): Told[] {
  let last = "";
  return figuresOf(text).map((figure) => {
    const lead = readLead(figure.lead, figure.quantity.unit);
    const counted = /^[^，,；;。、]{0,10}/u.exec(figure.trail)?.[0] ?? "";
    if (lead.subject !== "") last = lead.subject;
    const before =
      text
        .slice(Math.max(0, figure.from - AROUND), figure.from)
        .split(/[。;]/u)
        .at(-1) ?? "";
    return {
      figure,
      lead,
      subject: `${last} ${counted}`,
      around: `${before}${figure.lead} ${last} ${counted}`,
    };
  });
}

interface Judgement {
  readonly fits: boolean;
  /** Share of the words asked that its subject holds. */
  readonly share: number;
  /** The same of its subject, the clauses before and the heading. */
  readonly wide: number;
  /** Share of its subject's words that are asked. */
  readonly pure: number;
  /** Weight of the heaviest word asked that stands nowhere about it, as a share of the heaviest of all. */
  readonly missing: number;
  /** 1 where a year asked stands by it, −1 where another does. */
  readonly year: number;
  /** 1 where a growth is told for a growth or a level for a level, −1 for the other. */
  readonly kind: number;
}

interface Asking {
  readonly terms: QuestionTerms;
  readonly inHeading: ReadonlySet<string>;
  readonly asked: Asked;
  readonly wanted: AskedDimension;
}

function judge(
  { figure, lead, subject, around }: Told,
  { terms, inHeading, asked, wanted }: Asking,
): Judgement {
  const own = heldAmong(terms, termsPresent(subject));
  const held = heldAmong(terms, new Set([...termsPresent(around), ...inHeading]));
  const pairs = tokens(subject.split(" ")[0] ?? "").filter((pair) => pair.length > 1);
  const weight = (pair: string) => asked.lexicon.termWeight(pair);
  const whole = sum(pairs.map(weight));
  const weights = [...terms.weights];
  const most = Math.max(0, ...weights.map(([, value]) => value));
  const years = [...around.matchAll(YEAR)].map(([year]) => Number(year));
  const growth = lead.measure === "growth";
  return {
    fits: wanted.dimensions.includes(dimensionOf(figure.quantity.unit)),
    share: shareOf(terms, own),
    wide: shareOf(terms, held),
    pure: whole === 0 ? 0 : sum(pairs.filter((pair) => terms.weights.has(pair)).map(weight)) / whole,
    missing: Math.max(0, ...weights.map(([term, value]) => (held.has(term) ? 0 : value))) / (most || 1),
    year:
      years.length === 0 || asked.question.years.length === 0
        ? 0
        : sign(years.some((year) => asked.question.years.includes(year))),
    kind: wanted.growth === null ? 0 : sign(wanted.growth === growth),
  };
}

/** The one whose subject holds more of the question, then the one with more about it. */
const better = (one: Judgement | null, other: Judgement): Judgement =>
  one === null || other.share > one.share || (other.share === one.share && other.wide > one.wide)
    ? other
    : one;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const sign = (holds: boolean): number => 2 * flag(holds) - 1;
