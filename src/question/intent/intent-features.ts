import { bareStart, hashedRuns } from "#question/hashed-runs.ts";

/** Buckets that runs of characters are hashed into. */
export const BUCKETS = 8192;

/** What a turn names, as it was read: each is a feature of its own. */
export interface Named {
  readonly place: boolean;
  readonly year: boolean;
  /** An indicator of the catalogue. */
  readonly indicator: boolean;
}

/** What a turn shows besides its characters, each a feature of its own behind the buckets. */
const SIGNS: readonly ((folded: string, named: Named) => boolean)[] = [
  (folded, { year }) => year || /[一二三四]季度|上半年/.test(folded),
  (_, { place }) => place,
  (_, { indicator }) => indicator,
  (folded) => /多少|几[个项家所公里万亿条座]|how (?:many|much)/.test(folded),
  (folded) => /怎么办|找谁|去哪|在哪|电话|怎样办|如何办/.test(folded),
  (folded) => /我|俺|咱/.test(folded),
  (folded) => /你|您/.test(folded),
  (folded) => folded.length <= 4,
  (folded) => folded.length > 16,
  (folded) => !/\p{Script=Han}/u.test(folded),
  (folded) => /\p{Script=Han}/u.test(folded) && /(?<![a-z])[a-z]{2,6}(?![a-z])/.test(folded),
];

export const FEATURES = BUCKETS + SIGNS.length;

/**
 * The features of a folded turn, as indices into the weights, each once: its runs of one to three characters, hashed, with
 * marks for the beginning and the end, and the signs it shows. Only the first 200 characters count.
 */
export function intentFeatures(folded: string, named: Named): number[] {
  const found = hashedRuns(bareStart(folded, 200), BUCKETS);
  for (const [at, shows] of SIGNS.entries()) if (shows(folded, named)) found.add(BUCKETS + at);
  return [...found];
}
