import type { SourceDocument } from "#domain/document.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { isAccounts, ownLevelIn, tellsOwnLevelApart } from "#indicators/tables/table-scope.ts";
import type { Fact } from "./fact.ts";

/** 全市, 市级, 市本级 before words of accounts: whose books the figures behind are of. */
const SAID =
  /(?<whole>全[省市州盟区]|本地区)|(?<level>(?:[省市州盟]|自治区)(?:本级|级))(?=(?:地方|政府)?(?:一般公共|公共|财政|政府性|国有资本|社会保险|税收|非税|收入|支出|总?收支|债务|专项|预算|主要))/gu;
const LEVEL_BEFORE = /^(?:[省市州盟]|自治区)(?:本级|级)(?=\p{Script=Han}{2})/u;

/** 区级债务限额 names those below the city in itself. */
const BELOW = /^(?:[区县旗]|市县|区县|县区)级/u;

/** What the text around a figure says of whose it is. */
export interface Around {
  /** The sentence up to the figure. */
  readonly said: string;
  /** The paragraph up to the sentence. */
  readonly before: string;
  readonly section: readonly string[];
}

/**
 * A fact of accounts as that of the books it is of: under 4.市级主要支出科目执行情况 the 教育支出 is 北京市本级's, not the city's,
 * unless the words before it in its sentence or paragraph speak of 全市. The nearest word decides; 市级 goes from the name.
 */
export function ofOwnLevel(document: SourceDocument, fact: Fact, around: Around): Fact {
  if (
    BELOW.test(fact.name) ||
    fact.region !== document.region ||
    !isAccounts(document) ||
    !tellsOwnLevelApart(document)
  )
    return fact;
  const nearest = lastSaid(around.said) ?? lastSaid(around.before);
  const titles = nearest === null ? around.section.toReversed() : [nearest];
  const region = ownLevelIn(document, titles);
  if (region === document.region) return fact;
  const indicator = canonicalName(fact.indicator.replace(LEVEL_BEFORE, "")).indicator;
  return { ...fact, region, indicator, name: fact.name.replace(LEVEL_BEFORE, "") };
}

function lastSaid(text: string): string | null {
  return [...text.matchAll(SAID)].at(-1)?.[0] ?? null;
}
