import { type SentenceContext, type Subjects, UNKNOWN_NAME } from "./context.ts";
import { readCountedDeed, readEvent } from "./deeds.ts";
import type { Figure } from "./figures.ts";
import { knownName } from "./known-name.ts";
import type { LeadReading } from "./lead.ts";
import { verbAlone } from "./subject.ts";

/** 竣工投用67个项目: what was counted stands after the figure. */
export function countedSubject(context: SentenceContext, figure: Figure): Subjects | null {
  const unit = figure.quantity.unit ?? "";
  const after = context.text.slice(figure.end);
  const bare = /^$|等$/u.test(figure.lead);
  const said = bare
    ? { name: "", concept: null, region: context.document.region, regionSaid: false }
    : verbAlone(context.document, figure.lead);
  if (said === null) return null;
  const deed = bare ? readEvent(unit, after) : readCountedDeed(said.name, unit, after);
  if (deed === null) return null;
  const subject = { ...said, name: deed, deed };
  return { list: [subject], row: [subject], confidence: UNKNOWN_NAME, counted: true };
}

/** 76个市级重点项目完成投资300亿元: what the counted projects did. */
export function investmentOfProjects(context: SentenceContext, figure: Figure): Subjects | null {
  const projects =
    /^(?<kind>[\p{Script=Han}]{2,10}项目)(?:全年|累计|共|已)?(?:实际)?完成(?:年度)?投资$/u.exec(figure.lead)
      ?.groups?.["kind"];
  if (projects === undefined || !figure.ruled) return null;
  const name = `${projects}完成投资`;
  const subject = {
    name,
    concept: knownName(name).concept,
    region: context.document.region,
    regionSaid: false,
  };
  return { list: [subject], row: [subject], confidence: UNKNOWN_NAME, counted: true };
}

const SUMS: readonly (readonly [RegExp, string])[] = [
  [/^(?:计划)?总投资额?$/u, "总投资"],
  [/^年度(?:计划)?投资$/u, "年度投资计划"],
];

/** 重点项目234个，总投资2223亿元: the sum of the projects counted before. */
export function sumOfProjects(lead: LeadReading, last: Subjects): Subjects | null {
  const [subject] = last.list;
  const sumName = SUMS.find(([said]) => said.test(lead.subject))?.[1];
  if (sumName === undefined || subject === undefined) return null;
  const projects = /^(?:实施|安排|启动|推进|新?开工)?(?<kind>.{2,}项目)(?:总投资)?$/u.exec(subject.name)
    ?.groups?.["kind"];
  if (projects === undefined) return null;
  const name = `${projects}${sumName}`;
  const sum = {
    name,
    concept: knownName(name).concept,
    region: subject.region,
    regionSaid: subject.regionSaid,
  };
  return { list: [sum], row: [sum], confidence: UNKNOWN_NAME };
}
