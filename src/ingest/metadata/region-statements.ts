import { findRegions } from "#text/regions.ts";

const SUFFIX =
  "(?:自治[州县旗]|新区|开发区|高新区|管理区|示范区|林区|矿区|特区|街道|省|市|县|区|州|旗|盟|镇|乡)";
/** The body that heard a report, the office that gave it, or what it reports on: a region's name stands right before. */
const ANCHORS: readonly RegExp[] = [
  /第?[一二三四五六七八九十]{1,4}届(?:人民代表大会|人大)/,
  /(?:人民政府|管理委员会|管委会|办事处)/,
  /(?:发展和改革(?:委员会|局)|发展改革(?:委员会|委|局)|发改[委局]|统计局|财政局|人民代表大会)/,
  /(?:(?:19|20)\d\d年(?:度)?)?(?:人民)?政府工作报告/,
  /(?:(?:19|20)\d\d(?:[—－–~～至-](?:19|20)?\d\d)?年(?:度|以来|上半年)?)?(?:国民经济|经济和社会|经济社会|统计公报|计划|预算|财政|地方财政|本?级?预算)/,
  /(?:19|20)\d\d年|[“"]?十[一二三四五]五[”"]?/,
];
const FARTHEST = 30;
const NAME = new RegExp(`[\\u4e00-\\u9fff]{1,24}${SUFFIX}$`);
/** Words a name can stand behind without a break; the name begins after the last of them. */
const BEFORE =
  /.*(?:关于|印发|批准|审议|通过|现将|已经|根据|依据|按照|提请|会议|大会|报告|公报|文件|附件|草案|代表|委员会|人民政府|统计局|财政局|办公室|年度|在|[0-9〇零一二三四五六七八九十][年日](?:于)?)/;
const LEADING = /^(?:日(?!照)|受|由|对|于)/;
const CHAIN = new RegExp(
  `^[\\u4e00-\\u9fff]{2,6}(?:自治[区州县旗]|地区|省|市|州|盟|县|区|旗)(?=[\\u4e00-\\u9fff]{2,8}${SUFFIX}$)`,
);
const INVENTED = new RegExp(`^[\\u4e00-\\u9fff]{2,8}${SUFFIX}$`);
/** What ends like a region and is none: 全市, 城区, 各乡镇, 经济技术开发区 alone, 洞庭湖区; 澄湖区 is one. */
const NO_REGION =
  /地区$|^(?:[全本我各该某]|两(?!江)|代表|关于|这个|中国|国家)|自治区$|(?:城乡|乡镇|城镇|城市|都市|上市|超市|县市|县区|区县|市县|省市|[全各本我](?:[省市县区]))$|(?:[市城社园景片街小辖山郊库校老灾牧战专林矿]|[\u4e00-\u9fff]{2}湖|^[沿环库大各]?湖|功能|核心|保护|示范|试验|先行|集聚|商务|自贸|贸易|保税|农村|主城|旅游|工业|产业)区$/;
const ONLY_KIND = /^(?:经济|技术|高新|产业|国家级|工业|自治|民族|行政|开发|综合)[^省市县]*$/;

/** The names printed before an assembly, an office or a report's subject, most telling first; a chain is kept whole. */
export function regionStatements(head: string): string[] {
  const lines = head.split("\n").map((line) => line.replaceAll(" ", ""));
  return lines.flatMap((line) => ANCHORS.flatMap((anchor) => nameBefore(line, anchor)));
}

function nameBefore(line: string, anchor: RegExp): string[] {
  const found: string[] = [];
  for (const match of line.matchAll(new RegExp(anchor, "g"))) {
    const run = line.slice(Math.max(0, match.index - FARTHEST), match.index).replace(BEFORE, "");
    const name = NAME.exec(run)?.[0];
    if (name !== undefined) found.push(name.length > 3 ? name.replace(LEADING, "") : name);
  }
  return found;
}

/**
 * The innermost region of a printed name that no list of regions knows (云岭县 of 四川省云岭县), told by its last
 * character alone; null for words that only end so (全市, 城区).
 */
export function printedRegion(name: string): string | null {
  let rest = name;
  for (let inner = insideOf(rest); inner !== null; inner = insideOf(rest)) rest = inner;
  return isPrintedName(rest) ? rest : null;
}

/** The name without its outermost region, or null when it holds but one. */
function insideOf(name: string): string | null {
  const [known] = findRegions(name);
  const outer = known?.start === 0 ? known.end : (CHAIN.exec(name)?.[0].length ?? name.length);
  const inner = name.slice(outer);
  return isPrintedName(inner) ? inner : null;
}

/** True for two to eight Chinese characters and a suffix of regions, and no common word that ends alike. */
export function isPrintedName(name: string): boolean {
  return INVENTED.test(name) && !NO_REGION.test(name) && !ONLY_KIND.test(name);
}
