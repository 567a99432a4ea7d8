import type { SourceDocument } from "#domain/document.ts";
import type { RankedPassage } from "#domain/evidence.ts";
import { among } from "./features/among.ts";
import { askedAndTold } from "./features/asked-and-told.ts";
import { before } from "./features/before.ts";
import { bm25 } from "./features/bm25.ts";
import type { FeatureGroup, Features } from "./features/feature.ts";
import { form } from "./features/form.ts";
import { kindsTold } from "./features/kinds-told.ts";
import { names } from "./features/names.ts";
import { passageRank } from "./features/passage-rank.ts";
import { pieces } from "./features/pieces.ts";
import { quantities } from "./features/quantities.ts";
import { run } from "./features/run.ts";
import { scope } from "./features/scope.ts";
import { support } from "./features/support.ts";
import { tense } from "./features/tense.ts";
import { termMeant } from "./features/term-meant.ts";
import { together } from "./features/together.ts";
import { wording } from "./features/wording.ts";
import { cosine, type Embed } from "./likeness.ts";
import type { TermLexicon } from "./query-terms.ts";
import { type Asked, askedOf, looking, type Reading, type Seen } from "./seen.ts";
import { type Unit, unitsOf } from "./unit.ts";

/** What reading draws on besides the passages. */
export interface ReadingSources extends TermLexicon {
  document(id: string): SourceDocument | null;
}

export interface FeaturedUnit {
  readonly unit: Unit;
  readonly features: Features;
}

/** Cheap groups choose which units are read closely. */
const FIRST: readonly FeatureGroup[] = [wording, bm25, passageRank];
const CLOSE: readonly FeatureGroup[] = [
  run,
  askedAndTold,
  kindsTold,
  quantities,
  pieces,
  names,
  termMeant,
  scope,
  tense,
  form,
  before,
];

/** So many units are read closely; the evidence is among the best sixteen sentences for 92 to 100 % of questions. */
const CLOSELY = 20;

/** The units of the passages that may answer, each with its features; in the order of a first, cheap ranking. */
export async function featurise(
  reading: Reading,
  passages: readonly RankedPassage[],
  { sources, embed }: { readonly sources: ReadingSources; readonly embed: Embed },
): Promise<FeaturedUnit[]> {
  const asked = askedOf(reading, sources);
  const look = looking(asked);
  const seen = unitsOf(passages, (id) => sources.document(id)).flatMap((unit) => {
    const document = sources.document(unit.documentId);
    return document === null ? [] : [look(unit, document)];
  });
  const chosen = seen
    .map((each) => ({ seen: each, features: featuresOf(each, asked, FIRST) }))
    .sort(
      (one, other) => firstScore(other.features) - firstScore(one.features) || inOrder(one.seen, other.seen),
    )
    .slice(0, CLOSELY);
  const likenesses = await likenessOf(
    asked,
    chosen.map((each) => each.seen),
    embed,
  );
  const supports = await support(
    asked,
    chosen.map((each) => each.seen),
    embed,
  );
  const ofAll = together(
    asked,
    chosen.map((each) => each.seen),
  );
  const features = chosen.map((each, at) => ({
    ...each.features,
    ...ofAll,
    ...featuresOf(each.seen, asked, CLOSE),
    ...likenesses[at],
    ...supports[at],
    ...reading.verdicts?.(each.seen.unit),
  }));
  return among(features).map((all, at) => {
    const unit = chosen[at]?.seen.unit;
    if (unit === undefined) throw new RangeError("as many features as units");
    return { unit, features: all };
  });
}

function featuresOf(seen: Seen, asked: Asked, groups: readonly FeatureGroup[]): Features {
  return Object.assign({}, ...groups.map((group) => group(seen, asked)));
}

const firstScore = (features: Features): number =>
  (features["bm25Share"] ?? 0) +
  (features["covered"] ?? 0) +
  0.5 * (features["passageCoverage"] ?? 0) +
  0.5 / (1 + (features["passageRank"] ?? 0));

const inOrder = (one: Seen, other: Seen): number =>
  one.unit.documentId.localeCompare(other.unit.documentId) || one.unit.start - other.unit.start;

/** Longer texts are compared by their beginning. */
const LONGEST = 160;

/** Cosines of the question with the words of each unit, and with these behind their heading. */
async function likenessOf({ wordings }: Asked, units: readonly Seen[], embed: Embed): Promise<Features[]> {
  const [topic = ""] = wordings;
  const texts = units.map(({ folded }) => folded.slice(0, LONGEST));
  const headed = units.map(({ folded, heading }) => `${heading} ${folded}`.slice(0, LONGEST));
  const [question = [], ...vectors] = await embed([topic, ...texts, ...headed]);
  return units.map((_, at) => ({
    likeness: cosine(question, vectors[at] ?? []),
    likenessInContext: cosine(question, vectors[units.length + at] ?? []),
  }));
}
