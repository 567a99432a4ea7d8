import { z } from "zod";
import type { FileFacts } from "#ingest/formats/file-reading.ts";
import { foldSpace } from "#ingest/formats/fold-space.ts";
import { isoDate } from "./iso-date.ts";
import wordsFile from "./meta-words.json" with { type: "json" };
import { attribute, descendants, type PageElement, sourceText } from "./page-tree.ts";

const names = z.array(z.string());
const meta = z
  .object({ title: names, published: names, issuer: names, site: names, url: names, notAnIssuer: names })
  .parse(wordsFile);
const LONGEST = 2_000;
const ORGAN = /(?:政府|局|厅|委|委员会|办|办公室|处|中心|总队|调查队|部|院|人大|政协|银行)$/u;

/** What a page's head tells of it, by the names of the 政府网站发展指引 first; of two of one name the first counts. */
export function pageFacts(page: PageElement, source: string): FileFacts {
  const told = metaTags(page);
  const first = (keys: readonly string[]) =>
    keys.map((key) => told.get(key) ?? "").find((value) => value !== "") ?? null;
  return {
    title: first(meta.title) ?? titleTag(page, siteName(first(meta.site))),
    issuer: issuerOf(first(meta.issuer)),
    published: isoDate(first(meta.published) ?? ""),
    url: addressOf(first(meta.url), told.get("sitedomain") ?? "") ?? savedFrom(source),
  };
}

function metaTags(page: PageElement): Map<string, string> {
  const told = new Map<string, string>();
  for (const element of descendants(page)) {
    if (element.tagName !== "meta") continue;
    const name = (attribute(element, "name") || attribute(element, "property")).toLowerCase();
    const content = foldSpace(
      attribute(element, "content")
        .slice(0, LONGEST)
        .replace(/<[^>]*>/gu, " "),
    );
    if (name !== "" && content !== "" && !told.has(name)) told.set(name, content);
  }
  return told;
}

/** 泉州市人民政府--泉州市人民政府门户网站 → 泉州市人民政府. */
function siteName(name: string | null): string | null {
  const part = name?.split(/[-—_|·\s]/u).find((each) => each !== "") ?? "";
  return part.replace(/(?:门户|政务)?网站?$/u, "") || null;
}

/** The page's title without the names of its site and its columns: …统计公报_统计公报_哈密市人民政府. */
function titleTag(page: PageElement, site: string | null): string | null {
  for (const element of descendants(page)) {
    if (element.tagName !== "title") continue;
    const parts = foldSpace(sourceText(element)).split(
      /\s*[_|｜]\s*|\s+[-–—]\s+|(?<=[\p{Script=Han}）)])-(?=[\p{Script=Han}])/u,
    );
    const own = parts.filter((part) => part !== site && part !== "");
    return own.reduce((longest, part) => (part.length > longest.length ? part : longest), "") || null;
  }
  return null;
}

/** A name told as source, where it is an organ's; a desk, a person or a newspaper issues no report (综合科 孙博). */
function issuerOf(source: string | null): string | null {
  const name = source?.replace(/^(?:信息|文章|稿件)?来源\s*[:：]\s*/u, "") ?? "";
  const named = name.split(/[\s、，,]+/u).some((part) => ORGAN.test(part));
  return named && !meta.notAnIssuer.includes(name) ? name : null;
}

function addressOf(told: string | null, domain: string): string | null {
  if (told === null) return null;
  const base = domain === "" ? undefined : domain.includes("://") ? domain : `http://${domain}`;
  const address = /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/u.test(told) ? `http://${told}` : told;
  return URL.canParse(address, base) ? new URL(address, base).href : null;
}

/** The remark that browsers write into a page they save. */
function savedFrom(source: string): string | null {
  return /<!-- saved from url=\(\d+\)(https?:\S+) -->/u.exec(source.slice(0, 4_000))?.[1] ?? null;
}

const SENTENCE = /[。；].{20}|.{30}[。；]/u;

/** What the lines before the text tell where the head tells nothing: 来源：市统计局 发布时间：2026-05-09. */
export function printedFacts(head: FileFacts, lines: readonly string[]): Partial<FileFacts> {
  const text = lines.findIndex((line) => SENTENCE.test(line));
  const before = (text < 0 ? lines : lines.slice(0, text)).join("\n");
  const find = (labels: string) =>
    new RegExp(`(?:${labels})[ \\t]*[:：]?\\s*([^\\s:：|【】]{2,40})`, "u").exec(before)?.[1] ?? "";
  const issuer = issuerOf(find("发文机关|发布机构|发布单位|(?<!\\p{Script=Han})(?:信息|文章)?来源"));
  return {
    issuer: head.issuer ?? issuer,
    published:
      head.published ??
      isoDate(find("发布时间|发布日期|发表时间|发布于|成文日期|生成日期|(?<!\\p{Script=Han})(?:日期|时间)")),
  };
}
