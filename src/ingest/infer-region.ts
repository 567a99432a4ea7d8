import { findRegions, type RegionMention } from "#text/regions.ts";

const COUNTRY = /全国人民代表大会|国务院总理|中华人民共和国国民经济和社会发展|中华人民共和国\d{4}年/;
const ASSEMBLY =
  /([\u4e00-\u9fff]{1,12}?(?:自治区|自治州|自治县|省|市|县|区|旗|盟))(?:第?[一二三四五六七八九十]{1,4}届)(?:人民代表大会|人大)/;
const GOVERNMENT = /([\u4e00-\u9fff]{1,12}?(?:自治区|自治州|自治县|省|市|县|区|旗|盟))人民政府/;
const BODY = 20000;

/**
 * The region a report speaks for: the one whose assembly heard it, whose government gave it or whose name stands in
 * the title; else the one the text names most. The innermost of a chain counts (重庆市江北区 is 江北区).
 */
export function inferRegion(front: readonly string[], text: string): string | null {
  const head = front.join("\n");
  if (COUNTRY.test(head) && !/省|自治区|[^城]市|县/.test(head.replace(COUNTRY, ""))) return "全国";
  const [title = ""] = front;
  for (const source of [...statements(head), title, ...front.slice(1), ...statements(text.slice(0, 3000))]) {
    const named = innermost(source);
    if (named !== null) return named;
  }
  if (COUNTRY.test(head)) return "全国";
  return mostNamed(text.slice(0, BODY));
}

/** The words before 第…届人民代表大会 and 人民政府: they name the region in full. */
function statements(head: string): string[] {
  return head.split("\n").flatMap((line) => {
    const assembly = ASSEMBLY.exec(line)?.[1];
    const government = GOVERNMENT.exec(line)?.[1];
    return [assembly, government]
      .filter((name) => name !== undefined)
      .map((name) => name.replace(/^.*在/, ""));
  });
}

/** The last region of the first chain of regions in `text`, each inside the one before. */
function innermost(text: string): string | null {
  const mentions = findRegions(text, { acceptShort: (region) => region.level !== "county" });
  const [first] = mentions;
  if (first === undefined) return null;
  let last: RegionMention = first;
  for (const mention of mentions.slice(1)) {
    if (mention.start !== last.end || !mention.region.parents.includes(last.region.name)) break;
    last = mention;
  }
  return last.region.name;
}

function mostNamed(text: string): string | null {
  const counts = new Map<string, number>();
  for (const { region } of findRegions(text)) counts.set(region.name, (counts.get(region.name) ?? 0) + 1);
  counts.delete("全国");
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= 3 ? best[0] : null;
}
