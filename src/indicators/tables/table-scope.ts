import type { SourceDocument } from "#domain/document.ts";
import type { DocumentKind } from "#domain/document-kind.ts";
import { regionsNamed } from "#text/places/gazetteer.ts";
import { placeMeant, wideLevelOf } from "./place-words.ts";

/** Papers whose tables are of the whole region or of its own government's books. */
const ACCOUNTS: ReadonlySet<DocumentKind> = new Set(["budget", "final-accounts", "debt"]);
const LEVEL =
  /[省市区县州盟旗]?本级|自治区本级|(?<![各属下市县])[省市区县州盟旗](?:级|直)(?!以上|以下|市|财政厅)/u;
const WHOLE = /全[省市区县州盟旗国]|本地区/u;
/** 对下, 补助市县: what is given away is the giver's own. */
const BELOW = /各?(?:市县|县区|区县)(?:级)?(?=一般|政府|国有|社会|基本|收入|支出)/u;

export const isAccounts = ({ kind }: SourceDocument): boolean => ACCOUNTS.has(kind);

/** A province and a city give to those below them, so that what is theirs is less than what is spent in them. */
export function tellsOwnLevelApart({ region }: SourceDocument): boolean {
  const level = regionsNamed(region ?? "").find(({ name }) => name === region)?.level;
  return level === "province" || level === "city";
}

/** 市级 beside 市本级 in one paper is wider: with the zones whose books the city keeps. */
const WIDE = /^[省市区县州盟旗]级$/u;
const tellsLevelsApart = ({ tables }: SourceDocument): boolean => {
  const captions = tables.map(({ caption }) => caption ?? "");
  return (
    captions.some((each) => /本级/u.test(each)) && captions.some((each) => /(?<!各)[省市州盟]级/u.test(each))
  );
};

/** 2025年济南高新区一般公共预算支出: a zone that keeps books of its own. */
const ZONE =
  /(?:^|(?:19|20)\d\d年度?|[\s:：、])(?<zone>\p{Script=Han}{2,14}?(?:高新区|高新技术产业开发区|经开区|开发区|合作区|起步区|保税区|新区|示范区|度假区|风景区|功能区|山区))(?=(?:本级)?(?:一般公共|政府性基金|国有资本|社会保险|地方政府|政府|财政|税收|预算|决算|债务|[“"]?三公))/u;

function zoneIn(region: string, title: string): string | null {
  const zone = ZONE.exec(title)?.groups?.["zone"];
  if (zone === undefined) return null;
  const short = region.replace(/[省市州盟区县]$/u, "");
  return zone.startsWith(short) ? zone : `${region}${zone.replace(/^[市省州]/u, "")}`;
}

/**
 * Whom the figures of a table are of, by its caption and the titles above it, the nearest first: 2025年市本级一般公共预算收入 is
 * of the city's own level, 全市 of the city. Only accounts tell the two apart; elsewhere it is the report's region.
 */
export function ownLevelIn(document: SourceDocument, titles: readonly string[]): string | null {
  const { region, kind } = document;
  if (region === null || !ACCOUNTS.has(kind)) return region;
  for (const title of titles) {
    if (title === document.title) continue;
    const whole = WHOLE.test(title);
    const level = LEVEL.exec(title)?.[0];
    if (whole && level !== undefined) return region;
    if (whole) return region;
    const zone = zoneIn(region, title);
    if (zone !== null) return zone;
    if (level !== undefined && WIDE.test(level) && tellsLevelsApart(document)) return wideLevelOf(region);
    if (level !== undefined) return placeMeant(document, level)?.region ?? region;
    if (BELOW.test(title)) return `${region}${BELOW.exec(title)?.[0] ?? ""}`;
    if (title.includes(region)) return region;
  }
  return region;
}
