import type { DocumentKind } from "#domain/document-kind.ts";
import { isComplete } from "#ingest/block.ts";
import type { ReportFace } from "./report-face.ts";

export interface TitleFacts {
  readonly kind: DocumentKind;
  readonly region: string | null;
  readonly planYear: number | null;
}

const SUBJECT = /报告|公报|纲要|规划|计划/;
/** What books of tables without a report are called: 2025年地方财政预算执行情况和2026年地方财政预算（草案）. */
const ACCOUNTS = /(?:19|20)\d\d年.*(?:[预决]算|统计)|[预决]算.*(?:19|20)\d\d年/;
/** 第一部分 预算报告: a line of the contents. */
const PART = /^第.{1,3}[部章篇]分?/;
const VENUE = /会议上?$|(?:人民代表大会|人大).{0,12}会议|^[（(—－-]*(?:19|20)\d\d年\d{1,2}月\d{1,2}日/;
const BARE =
  /^(?:(?:(?:19|20)\d\d)?年)?(?:自治区|省|市|州|县|区)?(?:人民)?[《“]?政府工作报告[》”]?(?:[（(](?:19|20)\d\d年[)）])?$/;
const SPEAKER =
  /^(?:.{0,20}人民政府)?(?:代)?(?:省长|市长|县长|区长|州长|盟长|旗长|主席|总理)[\u4e00-\u9fff]{2,3}?(?=[\u4e00-\u9fff]{2,12}报告)/;
/** What pages and printers put before a title: 分享:, newspaper and date, a date in brackets. */
const CRUMBS = /^(?:分享[:：]|.{0,40}\/|[（(]?(?:19|20)\d\d年\d{1,2}月\d{1,2}日[)）]?)/;
const TAIL =
  /(?<=报告?|公报|纲要|规划|计划|情况)(?!$)(?:[（(]?全文[)）]?|[①-⑳*＊※†]|[[〔［]\d{1,2}[\]〕］])*(?:[（(—－–\s-]*(?:19|20)\d\d年\d{1,2}月.*|[—－–-]{2,}.*)?$/;
/** What pages print around a title: the way to the page, its source, the newspaper. */
const AROUND =
  /[>＞»]|^(?:首页|当前位置|字号|索引号|来源|发布(?:时间|日期|机构)|(?:成文|发文)日期|文号|发文字号|主题分类|浏览|目\s*录$)|^.{2,8}(?:日报|晚报|晨报|时报|新闻网|信息网|政府网)$|星期[一二三四五六日]/;
const LONGEST = 100;

/** The title among a report's first lines, without date, speaker and footnote mark; 政府工作报告 alone gets region and year. */
export function inferTitle({ front, text, fileTitle }: ReportFace, facts: TitleFacts): string {
  const lines = front.filter(mayBeTitle);
  const subject = subjectOf(lines) ?? accountsOf([...lines, ...linesAboveTables(text)]);
  // What a page says its title is counts where its text has no line that reads like one.
  const given = fileTitle === null || subject !== undefined ? undefined : fileTitle;
  const title = cleanTitle(subject ?? given ?? lines[0] ?? front[0] ?? "");
  const spoken = facts.kind === "work-report" && VENUE.test(title);
  if (!spoken && !BARE.test(title)) return title.slice(0, LONGEST);
  const { region, planYear } = facts;
  if (region === null) return spoken ? "政府工作报告" : title;
  return planYear === null ? `${region}政府工作报告` : `${region}${planYear}年政府工作报告`;
}

const mayBeTitle = (line: string): boolean =>
  line.length <= LONGEST && !isComplete(line) && !AROUND.test(line) && !PART.test(line);

const subjectOf = (lines: readonly string[]): string | undefined =>
  lines.find((line) => SUBJECT.test(line) && !/会议文件|通知$/.test(line) && !/会议上$/.test(line));

const accountsOf = (lines: readonly string[]): string | undefined =>
  lines.find((line) => mayBeTitle(line) && ACCOUNTS.test(line));

/** The first lines of a book of tables, in which a heading may be taken for the first of a section. */
function linesAboveTables(text: string): string[] {
  const lines = text.slice(0, 2000).split("\n", ABOVE);
  const table = lines.findIndex((line) => line.includes("|"));
  return lines.slice(0, table < 0 ? lines.length : table);
}

const ABOVE = 8;

function cleanTitle(line: string): string {
  const crumbless = SUBJECT.test(line.replace(CRUMBS, "")) ? line.replace(CRUMBS, "") : line;
  return crumbless.replace(SPEAKER, "").replace(TAIL, "").trim();
}
