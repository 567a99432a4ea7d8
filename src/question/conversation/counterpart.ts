import { concepts } from "#indicators/catalogue.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { inDimensionOf, namedIndicator } from "#question/indicator/lookup-names.ts";
import type { NamedIndicator } from "#question/question.ts";
import { patterns } from "#question/words/patterns.ts";
import type { TurnReading } from "./turn.ts";

/** Words that tell sister indicators apart. */
const SISTERS = ["城镇", "农村", "城乡", "全体", "进口", "出口", "男", "女"];

/**
 * The indicators a turn means by words that only tell them from the one before: 农村的呢 after
 * 城镇居民人均可支配收入, 占比呢 after 民营经济增加值, 城镇是农村的几倍 after either. Empty where the catalogue has none.
 */
export function counterpartsOf(
  before: readonly NamedIndicator[],
  turn: Pick<TurnReading, "mentions" | "residue" | "folded" | "topic">,
): readonly NamedIndicator[] {
  const [last] = before;
  if (last === undefined || turn.mentions.length > 0) return [];
  const words = patterns.sisters.reduce(
    (said, { spoken, word }) => said.replace(spoken, word),
    turn.residue.replaceAll(" ", ""),
  );
  const sisters = sistersIn(last, words);
  if (sisters.length > 1) return sisters;
  const one =
    sisterOf(last, words) ??
    inDimensionOf(words, before) ??
    namesakeOf(last, turn.topic.replaceAll(" ", "")) ??
    shareOf(last, turn);
  return one === null ? [] : [one];
}

/** 城镇 and 农村 named in one turn; empty unless each of them is an indicator and nothing else is said. */
function sistersIn(last: NamedIndicator, words: string): NamedIndicator[] {
  const named = SISTERS.filter((word) => words.includes(word)).sort(
    (a, b) => words.indexOf(a) - words.indexOf(b),
  );
  const rest = named.reduce((left, word) => left.replaceAll(word, ""), words).replace(PEOPLE, "");
  const found = named.map((word) => ((last.names[0] ?? "").includes(word) ? last : sisterOf(last, word)));
  return rest === "" ? found.filter((indicator) => indicator !== null) : [];
}

const PEOPLE = /居民|人|收入/g;

function sisterOf(last: NamedIndicator, words: string): NamedIndicator | null {
  const asked = SISTERS.find((word) => words.startsWith(word) || words === `${word}居民`);
  if (asked === undefined || words.length > asked.length + 4) return null;
  const name = last.names[0] ?? "";
  const siblings = SISTERS.filter((sister) => name.includes(sister)).map((sister) =>
    name.replace(sister, asked),
  );
  for (const sibling of [...siblings, `${asked}${name}`]) {
    const { concept, indicator } = canonicalName(sibling);
    if (concept !== null) return namedIndicator(indicator, [concept], last.measure);
  }
  return null;
}

/** Characters that two names must share at their ends, and that tell them apart, to be of one family. */
const SHARED = 3;
const APART = 2;

/** 到位的呢 after 招商引资合同投资额: the one name of its family, told in the same kind of unit, that the words stand in. */
function namesakeOf({ concepts: ids, measure }: NamedIndicator, words: string): NamedIndicator | null {
  const [last] = ids.length === 1 ? concepts.filter(({ id }) => id === ids[0]) : [];
  if (last === undefined || words.length < APART || last.name.includes(words)) return null;
  const family = concepts
    .filter(({ name, dimension }) => dimension === last.dimension && name.includes(words))
    .map((concept) => ({ concept, shared: sharedEnds(concept.name, last.name) }))
    .filter(({ shared }) => shared >= SHARED)
    .sort((a, b) => b.shared - a.shared);
  const [best, second] = family;
  if (best === undefined || best.shared === second?.shared) return null;
  return namedIndicator(best.concept.name, [best.concept.id], measure);
}

/** How many characters two names have in common before and behind what tells them apart. */
function sharedEnds(one: string, two: string): number {
  const most = Math.min(one.length, two.length);
  let before = 0;
  while (before < most && one[before] === two[before]) before += 1;
  let behind = 0;
  while (behind < most - before && one.at(-1 - behind) === two.at(-1 - behind)) behind += 1;
  return before + behind;
}

/** The share that the catalogue knows of an amount: 民营经济增加值占地区生产总值比重. */
function shareOf(
  { names, phrase, concepts: meant }: NamedIndicator,
  { folded }: { folded: string },
): NamedIndicator | null {
  if (meant.length !== 1 || !patterns.share.test(folded)) return null;
  for (const name of names) {
    const stem = name.replace(/(?:总额|收入)$/, "");
    const share = concepts.find(
      (concept) =>
        concept.dimension === "percent" &&
        [name, stem].some((whole) => concept.name.startsWith(`${whole}占`) && !/上年/.test(concept.name)),
    );
    if (share !== undefined) return namedIndicator(`${phrase}占比`, [share.id], null);
  }
  return null;
}
