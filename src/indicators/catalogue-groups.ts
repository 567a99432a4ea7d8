import { z } from "zod";
import groupsData from "./catalogue/groups.json" with { type: "json" };

const { groups, measures } = z
  .strictObject({
    about: z.string(),
    groups: z.record(z.string().min(2), z.string().min(1)),
    measures: z.array(
      z.strictObject({ whole: z.string(), parts: z.record(z.string().min(2), z.string().min(1)) }),
    ),
  })
  .parse(groupsData);

const patterns = Object.entries(groups).map(([group, said]) => ({ group, said: new RegExp(said, "u") }));
const partsOf = new Map(
  measures.flatMap(({ whole, parts }) => [whole, ...Object.values(parts)].map((id) => [id, parts] as const)),
);

/** The one group of people that words speak of (种地的 → 农村); null where they speak of none, or of several. */
export function groupIn(words: string): string | null {
  const [one, another] = patterns.filter(({ said }) => said.test(words));
  return one === undefined || another !== undefined ? null : one.group;
}

/** The indicators as the words' group has them: 居民人均可支配收入 with 城里人 is 城镇居民人均可支配收入. */
export function ofGroup(concepts: readonly string[], words: string): readonly string[] {
  const group = groupIn(words);
  if (group === null) return concepts;
  const own = new Set(concepts.flatMap((id) => partsOf.get(id)?.[group] ?? []));
  return own.size > 0 ? [...own] : concepts;
}

/** The indicators of each group that the words speak of, where they speak of several: 城里人和农民各挣多少; empty otherwise. */
export function ofEachGroup(concept: string, words: string): readonly string[] {
  const groupsSaid = patterns.filter(({ said }) => said.test(words)).map(({ group }) => group);
  const parts = groupsSaid.flatMap((group) => partsOf.get(concept)?.[group] ?? []);
  return parts.length > 1 ? parts : [];
}

/** Whether a printed name is that of another group than the words speak of: 城镇居民人均可支配收入 for 农民. */
export function ofOtherGroup(name: string, words: string): boolean {
  const [asked, told] = [groupIn(words), groupIn(name)];
  return asked !== null && told !== null && asked !== told;
}
