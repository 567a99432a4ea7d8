import { zoneAsked } from "#answer/asked/zone-asked.ts";
import type { Draft } from "#answer/draft.ts";
import { cameNew, stockAsked } from "#answer/passages/how-many.ts";
import type { Sources } from "#answer/sources.ts";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { officialNames, spokenNames } from "#indicators/catalogue.ts";
import type { NamedIndicator, Question } from "#question/question.ts";
import { heldAmong, knownShareOf, termsOf, termsPresent } from "#read/query-terms.ts";
import { namesAnything, tellingWords } from "#read/query-words.ts";
import { pairsOf } from "#text/character-pairs.ts";
import { foldPlain } from "#text/fold.ts";

/** Above this share the indicator is what is asked about. */
const MOSTLY_INDICATOR = 0.65;
/** A name is made of several words that reports print. */
const FEWEST = 3;
const MOSTLY_KNOWN = 0.8;
/** Share of the name that the place of a figure holds when the figure is the thing's own. */
const ITS_OWN = 0.15;

/**
 * Whether a question asks a figure of a thing with a name (中环万象城总投资多少) that the places the draft cites do not
 * speak of: the region's own figure is then no answer. `meant` are the indicators its words were taken to mean, where
 * it names none.
 */
export function ofNamedThing(
  question: Question,
  draft: Draft,
  sources: Sources,
  meant?: readonly NamedIndicator[],
): boolean {
  const { indicators, indicatorShare, language, followUp, operation } = question;
  if (followUp || language === "en") return false;
  const cited = draft.book.citations.map(
    ({ quote, section, title }) => `${quote}\n${section.join("\n")}\n${title}`,
  );
  if (leavesUnsaid(question, cited)) return true;
  // 首店有多少家 is not told by those that came new.
  if (stockAsked(question)?.lasting === true && draft.used.some(({ row }) => cameNew(row.indicator)))
    return true;
  if (operation !== "value") return false;
  const names = meant === undefined ? namesOf(indicators, officialNames) : namesOf(meant, spokenNames);
  const called = [...indicators.map(({ phrase }) => phrase), ...names];
  if (narrowedInPrint(question, { used: draft.used, names: called }, sources)) return true;
  const zone = zoneAsked(question, sources);
  if (zone !== null && !cited.some((words) => zone.test(words))) return true;
  if (indicatorShare > MOSTLY_INDICATOR) return false;
  const rest = indicators.reduce((topic, { phrase }) => topic.replace(phrase, " "), question.topic);
  const terms = termsOf(sources, tellingWords(rest, foldPlain(question.asked)));
  const known = [...terms.weights.keys()].filter((term) => sources.holdsTerm(term)).length;
  if (known < FEWEST || known < MOSTLY_KNOWN * terms.weights.size) return false;
  const held = heldAmong(terms, termsPresent(foldPlain([...cited, ...names].join("\n"))));
  return knownShareOf(terms, held) < ITS_OWN;
}

const namesOf = (
  indicators: readonly NamedIndicator[],
  names: (id: string) => readonly string[],
): readonly string[] => indicators.flatMap(({ concepts }) => concepts.flatMap(names));

/** Least length of the beginning of a name that is known for it. */
const LEAST = 3;
/** A shorter word before a name may be the end of another. */
const SHORTEST_OWNER = 2;
/** No owner's name is longer. */
const LONGEST_OWNER = 16;

/**
 * 困难群体基本养老保险参保率: whether the question's words right before an indicator stand there in the report as well, with
 * another figure behind, so that the draft's is not what is asked. `names` are what the indicator is called.
 */
function narrowedInPrint(
  { topic }: Question,
  { used, names }: Pick<Draft, "used"> & { readonly names: readonly string[] },
  { document }: Sources,
): boolean {
  const said = foldPlain(topic);
  return names.map(foldPlain).some((name) => {
    const known = beginningIn(said, name);
    // 外贸 in 外贸进出口 is a part of the name, not an owner of its own.
    const partOfName = (owner: string) => names.some((each) => foldPlain(each).includes(owner + known));
    const owners = known === "" ? [] : ownersBefore(said, known).filter((owner) => !partOfName(owner));
    return used.some(({ row }) => {
      const report = document(row.documentId);
      return report !== null && owners.some((owner) => isOfOwner(report, row, { owner, known }));
    });
  });
}

/** As much of a name as the words say of its beginning; "" where too little is said. */
function beginningIn(said: string, name: string): string {
  for (let end = name.length; end >= LEAST; end -= 1)
    if (said.includes(name.slice(0, end))) return name.slice(0, end);
  return "";
}

/** 城乡困难群体, 困难群体, …: what the words right before a name may be, longest first. */
function ownersBefore(said: string, known: string): string[] {
  const at = said.indexOf(known);
  const before = /\p{Script=Han}*$/u.exec(said.slice(Math.max(0, at - LONGEST_OWNER), at))?.[0] ?? "";
  const starts = Array.from({ length: Math.max(0, before.length - SHORTEST_OWNER + 1) }, (_, from) => from);
  return starts.map((from) => before.slice(from)).filter(namesAnything);
}

const folded = new WeakMap<SourceDocument, string>();

/** A report's text as it is compared, made once. */
function foldedText(document: SourceDocument): string {
  const text = folded.get(document) ?? foldPlain(document.text);
  folded.set(document, text);
  return text;
}

/** Whether the report tells a figure of the owner's, another than the row's, which itself is not told of the owner. */
function isOfOwner(
  document: SourceDocument,
  { context, end, raw }: IndicatorRow,
  { owner, known }: { readonly owner: string; readonly known: string },
): boolean {
  if (foldPlain(document.text.slice(context.start, end)).includes(owner)) return false;
  const told = foldedText(document)
    .split(owner + known)
    .slice(1)
    .map((behind) => /^[^,;。\n]*/.exec(behind)?.[0] ?? "")
    .filter((clause) => /\d/.test(clause));
  return told.length > 0 && !told.some((clause) => clause.includes(foldPlain(raw)));
}

/** 总投资超10亿元的项目: only those beyond so much. */
const BOUND =
  /(?:超过?|大于|高于|不低于|不少于|低于|不到|[^上]上)(\d+(?:\.\d+)?)[万亿]?[^\d,，。?]{0,4}(?:以上)?的/u;
/** 引进了多少个重点项目: what was done to them, right before their number. */
const DEED = /(引进|签约|开工|竣工|投产|落户)(?:了|的)*(?:多少|几)/u;

/** 建成投用的重点项目有多少个: the same, said of them. */
const DONE = /(建成投用|开工建设|竣工|开工|完工|投产)的[^,，。?的]{2,8}?(?:一共|总共|有|是)*(?:多少|几)/u;
/** 新添了多少家, 新冒出来几家: those that came new. */
const ADDED =
  /(?<![更最创])新(?:增|添|办|注册|登记|开张?|成立|设立?|冒出?来?|来|引进|培育|认定)了?(?:多少|几)/u;
/** 金融机构里外资银行有几家: some of them. */
const PART = /[里中]的?([\u4e00-\u9fff]{2,6})(?:有|是)(?:多少|几)[家个名所项座辆人]/u;

/** 卖衣服卖了多少钱: what is sold, unless it is anything (卖东西, 卖货). */
const SOLD = /卖(?![了出到得])(?!东西|货)([\u4e00-\u9fff]{1,4}?)(?:一共|总共|的)?(?:卖|赚|收)了?(?:多少|几)/u;

function mostlyIn(name: string, words: string): boolean {
  const pairs = pairsOf(name);
  return pairs.filter((pair) => words.includes(pair)).length >= pairs.length / 2;
}

const CAME_NEW = /新(?![型区城兴能闻])[^,，。;]{0,6}?\d|新[增设建登注开办添引认培]|净增/u;
/** 每3辆新能源车有几辆: one in so many. */
const ONE_IN = /每(?:\d{1,2}|[二三四五六七八九十两]{1,2})[个辆家人件户台].*(?:多少|几)/u;

/** Whether a question asks for those beyond a bound, or that something was done to, and the words cited speak of neither. */
export function leavesUnsaid({ asked }: Question, cited: readonly string[]): boolean {
  const folded = foldPlain(asked);
  const [bound, deed] = [BOUND.exec(folded)?.[1], DEED.exec(folded)?.[1]];
  const words = foldPlain(cited.join("\n"));
  if (deed !== undefined && !words.includes(deed)) return true;
  const done = DONE.exec(folded)?.[1];
  if (done !== undefined && !words.includes(done)) return true;
  const part = PART.exec(folded)?.[1];
  if (part !== undefined && !mostlyIn(part, words)) return true;
  const sold = SOLD.exec(folded)?.[1];
  if (sold !== undefined && !words.includes(sold)) return true;
  if (ONE_IN.test(folded) && !/每[\d二三四五六七八九十两]/u.test(words)) return true;
  if (ADDED.test(folded) && !CAME_NEW.test(words)) return true;
  // 10 is not in 10.6.
  return bound !== undefined && !words.split(/[^\d.]+/u).includes(bound);
}
