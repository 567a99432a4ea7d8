import type { Citation } from "#protocol/chat.ts";
import { element } from "#widget/dom.ts";
import { type Options, sourceAddress } from "#widget/options.ts";
import { fill, type Words } from "#widget/words.ts";
import { plainText } from "./plain-text.ts";

/** A link to the cited words in the source viewer; plain words when the address leads elsewhere. */
export function sourceLink(citation: Citation, options: Options, label: string): HTMLElement {
  return outward(sourceAddress(options.endpoint, citation.url), options, label);
}

/** Links to the file that the report was read from, at its page, and to where the issuer published it. */
export function reportLinks(citation: Citation, options: Options): HTMLElement[] {
  const { words, endpoint } = options;
  const { original, page, publishedAt } = citation;
  const file = original === undefined ? null : sourceAddress(endpoint, original);
  const label = page === undefined ? words.originalFile : fill(words.originalPage, { page: String(page) });
  return [
    ...(file === null ? [] : [outward(file, options, label)]),
    ...(isWeb(publishedAt) ? [outward(publishedAt, options, words.publishedAt)] : []),
  ];
}

/** Where the quote stands in the original, as far as that is known: 第3页, 工作表“表1” C12. */
export function placeInOriginal({ page, sheet, row, cell }: Citation, words: Words): string {
  if (page !== undefined) return fill(words.page, { page: String(page) });
  const at = cell ?? (row === undefined ? "" : fill(words.row, { row: String(row) }));
  return [sheet === undefined ? "" : fill(words.sheet, { sheet: plainText(sheet) }), at]
    .filter(Boolean)
    .join(" ");
}

/** The years a report covers and the day it was published: 2022—2023年，2023-02-01 发布. */
export function reportDate({ years = [], published }: Citation, words: Words): string {
  const [first, last] = [years[0], years.at(-1)];
  const span = first === last ? `${first}` : `${first}—${last}`;
  const parts = [
    ...(first === undefined ? [] : [fill(words.reportYears, { years: span })]),
    ...(published === undefined ? [] : [fill(words.publishedOn, { date: plainText(published) })]),
  ];
  return parts.join(words.comma);
}

function outward(href: string | null, { words }: Options, label: string): HTMLElement {
  if (href === null) return element("span", {}, label);
  const unseen = element("span", { class: "unseen" }, `（${words.newWindow}）`);
  return element("a", { href, target: "_blank", rel: "noopener" }, label, unseen);
}

function isWeb(address: string | undefined): address is string {
  return address !== undefined && /^https?:\/\//.test(address) && URL.canParse(address);
}
