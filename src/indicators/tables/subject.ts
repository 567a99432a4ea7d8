import type { SourceDocument } from "#domain/document.ts";
import { writtenForms } from "#text/places/gazetteer.ts";
import { plainCell } from "#text/quantity/read-cell.ts";

const NUMBER =
  /^(?:附?表|附件|续表|§)?\s*(?:[一二三四五六七八九十]{1,3}(?=[\s:：、]|[-－—–]|$)|\d{1,2}?(?=(?:19|20)\d\d年|\D|$))?(?:[-－—–.．]\d{1,3})*\s*[:：、.．]?\s*/u;
const WHEN = /(?:19|20)\d\d年?(?:[-—–~至](?:19|20)\d\d年?)?(?:度|末|底)?|(?:上|本|当)年度?/gu;
const SCOPE = /(?:全[省市区县州盟旗国]|[省市区县州盟旗]?本级|[省市区县州盟旗](?:级|直)|本地区)/gu;
const ENDING =
  /(?:及其?(?:增长速度|增速|构成|增长情况|增长))?(?:主要)?(?:(?:预算|决算|执行|完成|平衡|安排|使用|预计|汇总|总|明细|情况|草案|一览|调整|分地区|分项目)*表?)(?:[（(][^（()）]{0,30}[）)])*$/u;
const BASE = /以?上年(?:同期)?[=＝为]100/gu;
const BRACKETS = /[（(][^（()）]{0,40}[）)]/gu;

/**
 * What a table is of, by its caption: 表1-1 2021年海南省省级一般公共预算收入表 is of 一般公共预算收入, 表2：2022年居民消费价格指数
 * （上年=100） of 居民消费价格指数. Empty where nothing is left.
 */
export function subjectOf({ region, parents = [] }: SourceDocument, caption: string | null): string {
  let words = plainCell((caption ?? "").trim().replace(NUMBER, "")).replace(
    /^\d{1,2}(?=\p{Script=Han})/u,
    "",
  );
  for (const name of [...parents, ...(region === null ? [] : [region])]) {
    for (const form of writtenForms(name)) if (form.length > 1) words = words.replace(form, "");
  }
  words = words
    .replace(BASE, "")
    .replace(WHEN, "")
    .replace(SCOPE, "")
    .replace(BRACKETS, "")
    .replace(ENDING, "");
  return words.replace(/^[、，,：:的\d.]+|[、，,：:的及]+$/gu, "");
}

/** Names that say nothing without what the table is of. */
export const GENERIC =
  /^(?:[收支]?[入出]?(?:合|总|小|共)计|(?:本年)?(?:收入|支出)(?:合计|总计|小计)?|(?:本年|当年|累计|年末|上年|当期|滚存)?(?:收支)?(?:结余|结转|滚存结余)|(?:一、|二、)?本年[收支][入出](?:合计)?|上年结转(?:收入)?|结转下年(?:支出)?|调[入出]资金|总量|其他|总体|其中)$/u;

/** The books of a government's accounts beside the general one, and what is given on, whose tables print the same names of expenditure. */
const BOOK = /政府性基金|国有资本经营|社会保险基金|(?:一般性|专项)?转移支付/u;

/** The book of accounts that a table is of, unless it is the general one; null for any other table. */
export const bookOf = (subject: string): string | null => BOOK.exec(subject)?.[0] ?? null;
