import { findRegions, type Region, type RegionLevel, type RegionMention } from "#text/regions.ts";

const COUNTRY = /全国人民代表大会|国务院总理|中华人民共和国国民经济和社会发展|中华人民共和国\d{4}年/;
const ASSEMBLY =
  /([\u4e00-\u9fff]{1,12}?(?:自治区|自治州|自治县|省|市|县|区|旗|盟))(?:第?[一二三四五六七八九十]{1,4}届)(?:人民代表大会|人大)/;
const GOVERNMENT = /([\u4e00-\u9fff]{1,12}?(?:自治区|自治州|自治县|省|市|县|区|旗|盟))人民政府/;
const REPORT =
  /(?:^|年)([\u4e00-\u9fff]{1,10}?(?:自治区|自治州|自治县|省|市|县|区|旗))(?:(?:19|20)\d\d年)?(?:人民)?政府工作报告/;
const PRINTED = /^[\u4e00-\u9fff]{2,8}[市县区旗]$/;
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
  for (const statement of statements(head)) {
    const named = innermost(statement, text);
    if (named !== null && named.end === statement.length) return named.region.name;
    if (PRINTED.test(statement) && !/代表|本|全|自治/.test(statement)) return statement;
  }
  for (const line of front.filter((one, at) => at === 0 || one.length <= LONGEST_LINE)) {
    const named = innermost(line, text);
    if (named !== null) return named.region.name;
  }
  return COUNTRY.test(head) ? "全国" : mostNamed(text.slice(0, BODY));
}

/** The words before 第…届人民代表大会, 人民政府 and 政府工作报告: they name the region in full. */
function statements(head: string): string[] {
  return head.split("\n").flatMap((line) =>
    [ASSEMBLY, GOVERNMENT, REPORT].flatMap((pattern) => {
      const name = pattern.exec(line)?.[1]?.replace(/^.*在/, "");
      return name === undefined ? [] : [name];
    }),
  );
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
  const fitting = mentions.flatMap((region) => raised(region, levels));
  return (
    mostFrequent(fitting, 2) ??
    mostFrequent(
      mentions.map((region) => region.name),
      3,
    )
  );
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
