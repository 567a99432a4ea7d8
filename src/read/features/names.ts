import { parseCount } from "#text/chinese-number.ts";
import { type FeatureGroup, flag } from "./feature.ts";

/** 都叫什么, 名单, 是谁, 哪几家: names are asked for. */
const ASKS =
  /叫(?:什么|啥|做什么)|名[字单称]|(?:是|有|都|到底)谁|哪(?:些|几|两|俩|[三四五六七八九十\d]+)?[个家所座条位项种类县市区镇村省地]|哪些|哪几|是哪|which|name[sd]?\b/u;
/** 22家, 三条: a counted thing; months, points and years count no things. */
const COUNTED =
  /([二两三四五六七八九十百]{1,3}|\d{1,4})(?:多|余)?(?:大|个(?!百分|月)|家|所|座|条|位|名|项|种|类|处|件|只|支|块|片|县|市|区|镇)/gu;
/** “田东模式”, 《条例》: a name as it is written. */
const QUOTED = /[“《「][^”》」]{2,20}[”》」]/gu;
/** More items are no better. */
const MOST = 12;

/**
 * Whether names are asked for, and how many the unit strings together: 省级创新创业共同体达到22家 counts what
 * “22家都叫什么” asks the names of.
 */
export const names: FeatureGroup = ({ folded }, { folded: asked }) => {
  const wanted = ASKS.test(asked);
  const counts = countsIn(asked);
  const same = countsIn(folded).filter((count) => counts.includes(count));
  const strung = Math.max(...folded.split(/[,;。:]/u).map((clause) => clause.split(/[、和及]/u).length));
  const quoted = folded.match(QUOTED)?.length ?? 0;
  const count = Math.max(0, ...counts);
  return {
    namesAsked: flag(wanted),
    namesCount: wanted ? Math.min(count, MOST) : 0,
    namesStrung: wanted ? Math.min(strung, MOST) : -1,
    namesQuoted: wanted ? Math.min(quoted, MOST) : -1,
    namesCountTold: wanted ? flag(same.length > 0) : -1,
    namesShort: wanted ? Math.max(0, Math.min(count, MOST) - Math.max(strung, quoted)) : -1,
    countTold: counts.length === 0 ? -1 : same.length / counts.length,
  };
};

const countsIn = (text: string): number[] => [
  ...new Set([...text.matchAll(COUNTED)].flatMap(([, written = ""]) => parseCount(written) ?? [])),
];
