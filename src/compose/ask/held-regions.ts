import type { CorpusOutline } from "#question/outline.ts";
import type { Understand } from "#question/understand.ts";

/** The held regions that a written name stands for; the name itself when there is none. */
export type RegionsMeant = (written: string) => readonly string[];

/**
 * 江北 and 重庆市江北区 stand for 江北区 where that is held, 宁波市江北区 does not: short names by their first characters,
 * others as in a question.
 */
export function heldRegions({ regions }: CorpusOutline, understand: Understand): RegionsMeant {
  return (written) => {
    if (regions.includes(written)) return [written];
    const begun = written.length < 2 ? [] : regions.filter((region) => region.startsWith(written));
    if (begun.length > 0) return begun;
    const understood = understand([written]).regions;
    return understood.length > 0 ? understood : [written];
  };
}
