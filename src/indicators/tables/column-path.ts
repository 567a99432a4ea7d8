import { fits } from "./header-words.ts";
import { type Heading, YEAR } from "./heading.ts";
import { withoutPrintedKind } from "./printed-kind.ts";

/** What one level of a heading names; empty where it only says when, which kind, or that it is a total. */
function named(level: string): string {
  const words = withoutPrintedKind(level.replace(YEAR, "").replace(/^(?:年)?[初末底]/u, ""))
    .replace(/^其中[:：]/u, "")
    .replace(/^[#＃]/u, "");
  const says = (["plain", "growth", "share", "rank", "target", "actual", "estimate"] as const).some((list) =>
    fits(list, words),
  );
  return says || words.length < 2 ? "" : words;
}

/**
 * What the levels of a heading name, outermost first: 2021年债务余额（决算数） over 一般债务 is 债务余额, 一般债务. A level that
 * names a place, and 市县 over several, is left out.
 */
export function columnPath({ levels }: Heading, place: string | null): string[] {
  const shown =
    place === null ? levels : levels.filter((level) => level !== place && !OVER_PLACES.test(level));
  const path = shown.map(named).filter((level) => level !== "");
  return path.filter((level, at) => level !== path[at - 1]);
}

const OVER_PLACES = /^(?:各?市县|县区|区县|地区|下级|各地区)$/u;
