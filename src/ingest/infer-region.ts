import { type Region, type RegionLevel, regionsNamed } from "#text/places/gazetteer.ts";
import { findRegions, type RegionMention } from "#text/regions.ts";
import { isComplete } from "./block.ts";
import { isPrintedName, printedRegion, regionStatements } from "./region-statements.ts";

const COUNTRY = /全国人民代表大会|国务院总理|中华人民共和国国民经济和社会发展|中华人民共和国\d{4}年/;
/** 受…委托, 代表…人民政府 in the first paragraphs: the text itself says for whom it speaks. */
const SPOKEN = /(?:受|代表)[\u4e00-\u9fff]{2,20}?(?:人民政府|统计局|委员会|发改委|财政局)(?=委托|[，,]|向)/;
const OPENING = 1500;
const SUBJECT =
  /(?<![\u4e00-\u9fff])(?:今年|去年|近年来|近日|日前|目前)?([\u4e00-\u9fff]{2,5}?(?:新区|开发区|省|市|县|区|州|旗|盟|镇))(?=[，、\d“]|今年|去年|全年|上半年|前三季度|地区|生产总值|实现|完成|坚持|聚焦|围绕|推动|推进|推出|交出|奋力|争当|力争|加快|加速|深入|全力|迎来|打造|建设|发展|高质量|人大|以|将|共|累计|新增|规模|经济|城镇|居民|财政|一般|固定|的|在|积极|持续|大力|着力|把|是|已)/g;
const BODY = 20000;
const LONGEST_LINE = 60;

/**
 * The region a report speaks for: the one whose assembly heard it, whose government gave it or whose name stands in
 * the title; else the one the text names most. The innermost of a chain counts (重庆市江北区 is 江北区). A county renamed
 * since (徐水县) is given as printed.
 */
export function inferRegion(front: readonly string[], text: string): string | null {
  const head = front.join("\n");
  const bare = head.replace(COUNTRY, "");
  if (COUNTRY.test(head) && !/省|自治区|[^城]市|县/.test(bare)) return "全国";
  const stated = regionStatements(head).flatMap((statement) => regionOf(statement, text));
  if (stated[0] !== undefined) return stated[0];
  for (const line of front.filter(
    (one, at) => at === 0 || (one.length <= LONGEST_LINE && !isComplete(one)),
  )) {
    const named = innermost(line, text);
    if (named !== null) return named.region.name;
  }
  if (COUNTRY.test(head)) return "全国";
  const spoken = regionStatements(SPOKEN.exec(text.slice(0, OPENING))?.[0] ?? "");
  return spoken.flatMap((statement) => regionOf(statement, text))[0] ?? mostNamed(text.slice(0, BODY));
}

function regionOf(statement: string, text: string): string[] {
  const named = innermost(statement, text);
  if (named !== null && named.end === statement.length && !isTail(named, statement))
    return [named.region.name];
  const printed = printedRegion(statement);
  return printed === null ? [] : [printed];
}

/** 云县 in 紫云县: the last two characters of another county's name. */
function isTail({ start, end }: RegionMention, statement: string): boolean {
  return start === 1 && end - start === 2 && isPrintedName(statement);
}

/** The last region of the first chain of regions in `line`, each inside the one before. */
function innermost(line: string, text: string): RegionMention | null {
  // A county's short name is an everyday word unless the text has its full name as well.
  const acceptShort = (region: Region) => region.level !== "county" || text.split(region.name).length > 2;
  const [first] = findRegions(line, { acceptShort });
  if (first === undefined) return null;
  let last = first;
  for (const mention of findRegions(line, { acceptShort, within: [first.region.name] }).slice(1)) {
    if (mention.start !== last.end || !mention.region.parents.includes(last.region.name)) break;
    last = mention;
  }
  return last;
}

/** How a text speaks of its own region (全省, 全市) says at which level to look. */
const OWN_WORDS: readonly (readonly [words: RegExp, levels: readonly RegionLevel[]])[] = [
  [/全省|我省|省委|省长/g, ["province"]],
  [/全市|我市|市委/g, ["city", "province"]],
  [/全县|我县|县委/g, ["county"]],
  [/全区|我区|区委/g, ["county", "province"]],
];

function mostNamed(text: string): string | null {
  const counted = OWN_WORDS.map(([words, levels]) => ({ levels, count: text.match(words)?.length ?? 0 }));
  const [own] = counted.sort((a, b) => b.count - a.count);
  const mentions = findRegions(text).map((mention) => mention.region);
  const levels = own !== undefined && own.count >= 3 ? own.levels : [];
  const subjects = subjectRegions(text);
  const fitting = [
    ...mentions.flatMap((region) => raised(region, levels)),
    ...subjects.filter((name) => levels.includes(levelOf(name))),
  ];
  return (
    mostFrequent(fitting, 2) ??
    mostFrequent([...mentions.map((region) => region.name), ...subjects], 3) ??
    mostFrequent(subjects, 2)
  );
}

/** Regions that no list knows, where a clause begins with their name and goes on as of something that acts. */
function subjectRegions(text: string): string[] {
  return [...text.matchAll(SUBJECT)].flatMap(([, printed = ""]) => {
    const name = printedRegion(printed);
    return name === null || regionsNamed(name).length > 0 ? [] : [name];
  });
}

function levelOf(name: string): RegionLevel {
  if (name.endsWith("省")) return "province";
  return name.endsWith("市") ? "city" : "county";
}

/** The region itself at one of the levels, or the one above it there: a province's report names its cities. */
function raised(region: Region, levels: readonly RegionLevel[]): string[] {
  if (levels.includes(region.level)) return [region.name];
  const above =
    levels[0] === "province" ? region.parents[0] : levels[0] === "city" ? region.parents[1] : undefined;
  return above === undefined ? [] : [above];
}

function mostFrequent(names: readonly string[], least: number): string | null {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== "全国") counts.set(name, (counts.get(name) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= least ? best[0] : null;
}
