import { type SentenceContext, type Subjects, UNKNOWN_NAME } from "./context.ts";
import { readCountedDeed, readEvent, readKeptList } from "./deeds.ts";
import type { Figure } from "./figures.ts";
import { knownName } from "./known-name.ts";
import type { LeadReading } from "./lead.ts";
import { type Subject, verbAlone } from "./subject.ts";

const ofRegion = ({ document }: SentenceContext): Subject => ({
  name: "",
  concept: null,
  region: document.region,
  regionSaid: false,
});

const TENDED =
  /^(?:高质量|全力|大力|认真|扎实|着力|持续)?(?:加快|推进|抓好|办好|实施|提速|谋划|抓实|做好){0,2}(?:全年|今年|年度)?$/u;

/** 245个区级重点项目完成投资, 加快40个重点基建项目的施工进度: a list spoken of as a whole. */
function keptList(figure: Figure, after: string): string | null {
  const clause = /^[^，；。：]*/u.exec(after)?.[0] ?? "";
  return TENDED.test(figure.lead) ? readKeptList(figure.quantity.unit ?? "", clause) : null;
}

/** 竣工投用67个项目: what was counted stands after the figure. */
export function countedSubject(context: SentenceContext, figure: Figure): Subjects | null {
  const unit = figure.quantity.unit ?? "";
  const after = context.text.slice(figure.end);
  const bare = /^$|等$/u.test(figure.lead);
  const said = bare ? ofRegion(context) : verbAlone(context.document, figure.lead);
  const kept = figure.lead === "" || context.part !== null ? keptList(figure, after) : null;
  const whose = said ?? (kept === null ? null : ofRegion(context));
  if (whose === null) return null;
  const deed = (bare ? readEvent(unit, after) : readCountedDeed(whose.name, unit, after)) ?? kept;
  if (deed === null) return null;
  const subject = { ...whose, name: deed, deed };
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
