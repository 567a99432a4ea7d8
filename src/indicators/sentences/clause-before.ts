import type { SentenceContext } from "./context.ts";
import type { Figure } from "./figures.ts";
import type { LeadReading } from "./lead.ts";
import { readSubject, type Subject } from "./subject.ts";

const DESCRIPTION =
  /^(?<subject>.{2,16}?)(?:增长|保持|连续|连跨|连上|运行|稳步|持续|快速|平稳|强劲|恢复|较快|明显|稳中|迅速|蓬勃|进一步|再创|大幅|显著|稳定|势头|走势|不断|加快|提速)(?:\d个)?[^，；。\d]{0,12}$/u;

/** 工业投资增长强劲，完成70.5亿元: the clause before names the subject and describes it. */
export function describedSubject(context: SentenceContext, figure: Figure): Subject | null {
  const clauses = context.text.slice(0, figure.from).split(/[，；。：]/u);
  const described = DESCRIPTION.exec(clauses.at(-2) ?? "")?.groups?.["subject"];
  const subject = described === undefined ? null : readSubject(context.document, described);
  return subject?.concept == null ? null : subject;
}

const PASSING =
  /^(?<subject>.{2,20}?)(?:首次)?(?:突破|超过?|跨[过越上]|迈[过上]|站上)了?[十百千万亿]+元?(?:大关|台阶)?$/u;

/** 生产总值突破万亿元大关，达到11243亿元: the clause before says, without digits, what the level has passed. */
export function passingSubject(context: SentenceContext, figure: Figure, lead: LeadReading): Subject | null {
  if (lead.measure !== "level" || lead.total) return null;
  const clause =
    context.text
      .slice(0, figure.from)
      .split(/[，；。：]/u)
      .at(-2) ?? "";
  const named = PASSING.exec(clause)?.groups?.["subject"];
  const subject = named === undefined ? null : readSubject(context.document, named);
  return subject?.concept == null ? null : subject;
}

/** 增长7.1%，一般公共预算收入升至全国第4位，增长11.1%: a clause between the figures may name a subject of its own. */
export function subjectBetween(context: SentenceContext, figure: Figure, lead: LeadReading): Subject | null {
  if (lead.measure !== "growth") return null;
  const clause = /[，、；](?<clause>[^，、；。：\d]{4,16}(?:\d+位[^，、；。：\d]{0,6})?)[，、]$/u.exec(
    context.text.slice(0, figure.from),
  )?.groups?.["clause"];
  if (clause === undefined) return null;
  for (let end = clause.length; end >= 3; end--) {
    const subject = readSubject(context.document, clause.slice(0, end));
    if (subject?.concept != null) return subject;
  }
  return null;
}
