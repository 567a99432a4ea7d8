import type { SourceDocument } from "#domain/document.ts";
import { regionMeant } from "#indicators/extract-region.ts";
import { endsWithItself } from "#indicators/sentences/deeds.ts";
import { withoutLead } from "#indicators/sentences/subject.ts";
import { anyOf, words } from "#indicators/sentences/words.ts";
import { shortName } from "#text/places/place-names.ts";
import { findRegions, startsWithPart } from "#text/regions.ts";

/** Verbs whose subject goes on acting in the next clause; 建成投用, 揭牌 and 开工 end with their own clause. */
const PREDICATE =
  "实现|完成|累计|全年|达|共|获|入选|荣获|新增|成功|突破|超|营收|产值|集聚|聚集|晋升|跻身|上榜|营业|销售|投入|引进|拥有|功能|规模";
const ACTOR = new RegExp(
  `^(?<actor>[^，；：。、]{0,16}?${anyOf(words.notRegion)})(?:[“（(][^”）)]*[”）)])?(?=${PREDICATE})`,
  "u",
);
/** 科技研发平台达到601家，高新技术企业达到1850家: how many there are of them, and no doing of theirs. */
const COUNTED = new RegExp(
  `^(?![^，；：。]*(?:民营|私营|外资|外商|外向|外贸))[^，；：。、]{0,16}?${anyOf(words.notRegion)}(?:总?数量?|总量)?(?:累计|总计|共)?(?:已|也|均)?(?:达到?|增至|增加到|增长到|突破|超过?|有|发展到|扩大到)[\\d.]+[万千百余多]*[家个户所座处]`,
  "u",
);
/** …，完成进出口总额201亿元: what they did. */
const ACHIEVED = /^(?:共|累计|全年)?(?:完成|实现)/u;

/** A company acts on whatever it does: 投资集团深化改革取得成效，完成建设投资224亿元. */
const COMPANY = /^[^，；：。]{0,40}(?:公司|集团)(?![^，；：。]{0,8}(?:等|项目|入选|落户))/u;
const NOT_ACTOR = new RegExp(
  `^(?:\\d|新?${anyOf(words.verbs)}|[全我本各]|${anyOf(words.broad)}(?:以上)?(?:服务业|工业)?企业)`,
  "u",
);
const OWN = /(?<!占|高于|低于|比|超)[全我本](?:区|县|市|省|州|旗|镇|国)(?![际营民有级])/u;

/** 规上工业 of a company is nothing that reports speak of: such a class is the region's. */
const CLASS = /^(?:规上|规模以上|限上|限额以上)/u;

/** 非公有制经济增长27%，出口增长68%: a bare word behind a part of the economy is of that part. */
const PART_OF_ECONOMY =
  /^(?:民营|非公|个体|个私|私营|外资|外商投资|国有|乡镇)[^，；：。、]{0,6}(?:经济|企业)(?!占)/u;
const BARE = 2;

/** True when the clause speaks of a company and of what it did. */
export function speaksOfCompany(clause: string): boolean {
  return COMPANY.test(clause);
}

/** True when the clause speaks of the document's own region. */
function speaksOfOwn(document: SourceDocument, clause: string): boolean {
  const own = document.region ?? "";
  const short = shortName(own);
  if (short.length >= 2 && clause.startsWith(short)) return true;
  const word = OWN.exec(clause)?.[0];
  return word !== undefined && regionMeant(document, word) === own;
}

/**
 * True when the clauses before a figure speak of a park, a company or another region, so that a figure without a
 * region of its own is theirs: 总部贸易企业达8家，…，完成进出口总额201亿元.
 */
export function speaksOfOthers(document: SourceDocument, before: string, subject: string): boolean {
  let others = false;
  const ofClass = CLASS.test(subject);
  const bare = withoutLead(subject).length <= BARE;
  for (const clause of before.split(/(?<=[，；：。])/u)) {
    if (ofClass && speaksOfCompany(clause)) continue;
    if (speaksOfOwn(document, clause)) others = false;
    else if (bare && PART_OF_ECONOMY.test(withoutLead(clause))) others = true;
    else if (
      ((ACTOR.test(clause) || COMPANY.test(clause)) &&
        !(COUNTED.test(clause) && !ACHIEVED.test(subject)) &&
        !NOT_ACTOR.test(withoutLead(clause))) ||
      startsWithOther(clause, document.region ?? "")
    )
      others = true;
    if (/；$/u.test(clause)) others = false;
  }
  return others;
}

/** Names of districts that mean a part of any town, too. */
const COMMON_NAMES = /^(?:城|郊|矿)区/u;

function startsWithOther(clause: string, own: string): boolean {
  if (startsWithPart(clause)) return true;
  const [first] = findRegions(clause.slice(0, 12));
  return (
    first !== undefined &&
    first.start === 0 &&
    !COMMON_NAMES.test(clause) &&
    !endsWithItself(clause) &&
    first.region.name !== own &&
    !own.startsWith(first.region.short)
  );
}
