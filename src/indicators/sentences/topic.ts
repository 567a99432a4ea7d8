import type { SentenceContext } from "./context.ts";
import { speaksOfCompany } from "./place/actor.ts";
import { readSubject, type Subject } from "./subject.ts";

const TOPIC =
  /^(?:[^，；。\d]{0,8}(?:[是]|，))?(?<topic>[\p{Script=Han}A-Za-z]{2,10}(?:产业|制造业|服务业|旅游业|经济))(?!园|集群|基地)[^，；。：、\d]{2,12}，/u;
const MEASURE_OF_YEAR =
  /^(?:预计)?全年(?:预计)?(?:共|累计)?(?:实现|完成)?(?<measure>(?:主营业务|营业|销售)收入|营收|总?产值|增加值)$/u;

/** 大健康产业做优做特，…，全年实现营业收入137.6亿元: the sentence is on what its first clause says something of. */
export function topicSubject({ document, text: sentence }: SentenceContext, text: string): Subject | null {
  const measure = MEASURE_OF_YEAR.exec(text)?.groups?.["measure"];
  const topic = TOPIC.exec(sentence)?.groups?.["topic"];
  if (measure === undefined || topic === undefined) return null;
  const clauses = sentence.slice(0, sentence.indexOf(text)).split(/(?<=[，；：。])/u);
  if (clauses.some(speaksOfCompany)) return null;
  const subject = readSubject(document, `${topic}${measure}`);
  return subject === null ? null : { ...subject, regionSaid: true };
}
