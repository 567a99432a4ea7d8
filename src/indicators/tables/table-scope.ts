import type { SourceDocument } from "#domain/document.ts";
import type { DocumentKind } from "#domain/document-kind.ts";
import { placeMeant } from "./place-words.ts";

/** Papers whose tables are of the whole region or of its own government's books. */
const ACCOUNTS: ReadonlySet<DocumentKind> = new Set(["budget", "final-accounts", "debt"]);
const LEVEL =
  /[省市区县州盟旗]?本级|自治区本级|(?<![各属下市县])[省市区县州盟旗](?:级|直)(?!以上|以下|市|财政厅)/u;
const WHOLE = /全[省市区县州盟旗国]|本地区/u;
/** 对下, 补助市县: what is given away is the giver's own. */
const BELOW = /各?(?:市县|县区|区县)(?:级)?(?=一般|政府|国有|社会|基本|收入|支出)/u;

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
    if (level !== undefined) return placeMeant(document, level)?.region ?? region;
    if (BELOW.test(title)) return `${region}${BELOW.exec(title)?.[0] ?? ""}`;
    if (title.includes(region)) return region;
  }
  return region;
}
