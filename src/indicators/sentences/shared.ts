import type { SourceDocument } from "#domain/document.ts";
import { beforeLast } from "./distribute.ts";
import { readSubject, type Subject, withoutLead } from "./subject.ts";
import { anyOf, words } from "./words.ts";

/** 开发区营业收入、税收收入: what the first of the list belongs to, the last does, too. */
const OF_PART = new RegExp(`^(?!${anyOf(words.broad)})[^、]*${anyOf(words.notRegion)}`, "u");

/** 基本养老、医保参保率稳定在97%以上: one rate for each of the list, the last of which names itself. */
export function sharedSubject(document: SourceDocument, text: string, unit: string): Subject | null {
  const last = text.split("、").at(-1) ?? "";
  const subject = unit === "%" && last !== text && !OF_PART.test(text) ? readSubject(document, last) : null;
  return subject?.concept == null ? null : subject;
}

/** The others of such a list, where the catalogue knows them. */
export function othersShared(document: SourceDocument, text: string): Subject[] {
  return beforeLast(withoutLead(text)).flatMap((name) => {
    const subject = readSubject(document, name);
    return subject?.concept == null ? [] : [subject];
  });
}
