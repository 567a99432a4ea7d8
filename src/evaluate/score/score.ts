import { type Component, diagnose } from "#evaluate/diagnose.ts";
import type { Run } from "#evaluate/report/run-record.ts";
import { type Item, itemsOf } from "#evaluate/sets/item.ts";
import { type AnswerScores, scoreAnswers } from "./answers.ts";
import { type CitationScores, scoreCitations } from "./citations.ts";
import { type Estimate, estimate, share } from "./estimate.ts";
import { type FigureScores, scoreFigures } from "./figures.ts";
import { groupBy } from "./group.ts";
import { type LookupScores, scoreLookup } from "./lookup.ts";
import { countLost, type LostAt } from "./lost.ts";
import { type ReadingScores, scoreReading } from "./reading.ts";
import { type RetrievalScores, scoreRetrieval } from "./retrieval.ts";
import { type LatencyScores, scoreDeterminism, scoreFailures, scoreLatency } from "./running.ts";
import { type StatusScores, scoreStatuses } from "./statuses.ts";
import { scoreUnderstanding, type UnderstandingScores } from "./understanding.ts";

/** The result of a group of questions as a reader would feel it. */
export interface Result {
  /** Mean of points: 1 right and cited, half when right without a supporting citation. */
  readonly points: Estimate;
  readonly right: Estimate;
  readonly rightAndCited: Estimate;
}

export interface ComponentScores {
  readonly understanding: UnderstandingScores;
  readonly retrieval: RetrievalScores;
  readonly lookup: LookupScores;
  readonly answer: AnswerScores;
  readonly citations: CitationScores;
  readonly status: StatusScores;
  readonly figures: FigureScores;
  readonly determinism: Estimate;
  readonly failures: Estimate;
  readonly latency: LatencyScores;
}

export interface Scores {
  readonly set: string;
  readonly asked: number;
  readonly unasked: number;
  readonly overall: Result;
  readonly categories: Readonly<Record<string, Result>>;
  readonly components: ComponentScores;
  /** The reader by itself, by category and of all; null where it was not asked for. */
  readonly reading: Readonly<Record<string, ReadingScores>> | null;
  /** Questions lost, by the stage of reading and answering at which; null where it was not asked what was read. */
  readonly lost: Readonly<Partial<Record<LostAt, number>>> | null;
  /** Questions that went wrong, by the first component at fault. */
  readonly faults: Readonly<Record<Component, readonly string[]>>;
}

/** Scores a run from what it recorded; asks nothing. */
export function score(run: Run): Scores {
  const items = itemsOf(run);
  const categories = groupBy(items, ({ question }) => question.category);
  return {
    set: run.manifest.set.name,
    asked: items.length,
    unasked: run.questions.length - items.length,
    overall: resultOf(items),
    categories: Object.fromEntries([...categories].map(([name, group]) => [name, resultOf(group)])),
    components: scoreComponents(items),
    reading: scoreReading(items),
    lost: countLost(items),
    faults: faultsOf(items),
  };
}

function scoreComponents(items: readonly Item[]): ComponentScores {
  return {
    understanding: scoreUnderstanding(items),
    retrieval: scoreRetrieval(items),
    lookup: scoreLookup(items),
    answer: scoreAnswers(items),
    citations: scoreCitations(items),
    status: scoreStatuses(items),
    figures: scoreFigures(items),
    determinism: scoreDeterminism(items),
    failures: scoreFailures(items),
    latency: scoreLatency(items),
  };
}

function resultOf(items: readonly Item[]): Result {
  const grades = items.flatMap(({ grade }) => grade ?? []);
  return {
    points: estimate(grades.map(({ points }) => points)),
    right: share(grades.map(({ right }) => right)),
    rightAndCited: share(grades.map(({ points }) => points === 1)),
  };
}

function faultsOf(items: readonly Item[]): Scores["faults"] {
  const byComponent = groupBy(items, (item) => diagnose(item)?.component);
  const idsAt = (component: Component) =>
    (byComponent.get(component) ?? []).map(({ question }) => question.id);
  return {
    asking: idsAt("asking"),
    understanding: idsAt("understanding"),
    lookup: idsAt("lookup"),
    retrieval: idsAt("retrieval"),
    status: idsAt("status"),
    answer: idsAt("answer"),
    citations: idsAt("citations"),
    figures: idsAt("figures"),
  };
}
