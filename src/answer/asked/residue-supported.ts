import type { Draft } from "#answer/draft.ts";
import type { Sources } from "#answer/sources.ts";
import { sliceOf } from "#domain/span.ts";
import { conceptById, officialNames, spokenNames } from "#indicators/catalogue.ts";
import { groupIn, ofOtherGroup } from "#indicators/catalogue-groups.ts";
import { findMentions } from "#indicators/catalogue-mentions.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import type { NamedIndicator, Question, Residue } from "#question/question.ts";
import { residueBeside } from "#question/words/residue.ts";
import { officialWordings } from "#question/words/wordings.ts";
import { foldPlain } from "#text/fold.ts";
import { wordsIn } from "#text/words.ts";

/**
 * The words of a question that narrow what it asks for and that nothing speaks of where a figure told comes from: 茶叶 of the
 * output of all crops. Empty for answers that tell no figure: a passage is chosen by what it says.
 */
export function unsupported(question: Question, draft: Draft, sources: Sources): string[] {
  const { residue, asked, operation } = question;
  const shortened = abbreviationsOf(question, draft);
  if (draft.status !== "answered") return [];
  if (residue.length + question.indicators.length + shortened.length === 0) return [];
  if (draft.used.length === 0 && !FIGURES.has(operation)) return [];
  const group = groupUntold(question, draft);
  if (group !== null) return [group];
  const evidence = evidenceOf(question, draft, sources);
  const rows = draft.used.flatMap(({ row }) => [row.name, row.indicator]).map(foldPlain);
  const names = (rows.length > 0 ? rows : [longestInCommon(asked, evidence)]).filter((name) => name !== "");
  const beyond = names
    .filter((name) => asked.includes(name))
    .reduce((left, name) => left.replaceAll(name, " "), evidence);
  const others = untoldBeside(question, draft, names)
    .filter(({ words }) => !words.some((word) => speaksOf(beyond, foldPlain(word))))
    .map(({ phrase }) => phrase);
  const narrowing = residueBeside(residue, asked, names)
    .filter(({ beside }) => beside)
    .map(({ word }) => word)
    // 种地的 of 农民人均纯收入 are whom the figure is of.
    .filter((word) => groupIn(word) === null || !names.some((name) => groupIn(name) === groupIn(word)))
    .filter((word) =>
      isIndicator(question, word)
        ? !tellsPart(question, word, { draft, sources })
        : !speaksOf(beyond, foldPlain(word)),
    );
  const untold = shortened.filter((word) => !speaksOf(evidence, word));
  return [...new Set([...narrowing, ...others, ...untold])];
}

const ABBREVIATION = /(?<![a-z\d.])(?=[a-z\d]*[a-z])[a-z\d]{2,8}(?![a-z\d.])/gu;
/** The year of 2017gdp and of cpi2007. */
const YEAR_BESIDE_LATIN = /(?<!\d)(?:19|20)\d\d(?=[a-z])|(?<=[a-z])(?:19|20)\d\d(?!\d)/gu;

/** M2, BRT: the abbreviations of a Chinese question that no indicator told of bears, by its names or in what is quoted. */
function abbreviationsOf({ asked, language, indicators }: Question, { used, book }: Draft): string[] {
  if (language !== "zh") return [];
  const quoted = foldPlain(book.citations.map(({ quote }) => quote).join("\n"));
  const said = (names: readonly string[]) => names.some((name) => quoted.includes(foldPlain(name)));
  const named = indicators
    .filter(({ concepts }) => used.length > 0 || said(concepts.flatMap(officialNames)))
    .flatMap(({ phrase, concepts }) => [phrase, ...concepts.flatMap(spokenNames)]);
  const read = foldPlain(named.join("\n"));
  return [...asked.replace(YEAR_BESIDE_LATIN, " ").matchAll(ABBREVIATION)]
    .map(([word]) => word)
    .filter((word) => !read.includes(word));
}

/** 农村 where every figure told is one of 城镇居民; null where one is of the group asked about, or of everybody. */
function groupUntold({ asked, indicators }: Question, { used, book }: Draft): string | null {
  // 给庄里修硬化路: what a sentence tells of the towns besides is no figure of the one asked for.
  if (used.length + indicators.length === 0) return null;
  const words = indicators.length > 0 ? indicators.flatMap(({ names }) => names).join() : asked;
  const quoted = book.citations.flatMap(({ quote }) => findMentions(foldPlain(quote)));
  const told =
    used.length > 0
      ? used.map(({ row }) => row.indicator)
      : quoted.filter(({ phrase }) => groupIn(phrase) !== null).map(({ phrase }) => phrase);
  const others = told.length > 0 && told.every((name) => ofOtherGroup(name, words));
  return others ? groupIn(words) : null;
}

/**
 * 医务人员 in 医务人员新增数字化车间: each indicator that is not told and stands right beside the name of what is, with all the
 * words it goes by.
 */
function untoldBeside({ indicators, asked }: Question, { used }: Draft, names: readonly string[]) {
  const told = new Set(used.map(({ row }) => row.indicator));
  return indicators.flatMap(({ phrase, names: own, concepts }) => {
    const start = own.some((name) => told.has(name)) ? -1 : asked.indexOf(phrase);
    const span = { start, end: start + phrase.length };
    const untold: Residue[] = start < 0 ? [] : [{ word: phrase, span, beside: false, against: false }];
    const beside = residueBeside(untold, asked, names).some((one) => one.beside);
    return beside ? [{ phrase, words: [phrase, ...own, ...concepts.flatMap(officialNames)] }] : [];
  });
}

/** The longest stretch of the question's words that the evidence holds as well: what a passage calls the figure; or "". */
function longestInCommon(asked: string, evidence: string): string {
  for (let length = Math.min(asked.length, LONGEST_NAME); length >= SHORTEST_NAME; length -= 1)
    for (let at = 0; at + length <= asked.length; at += 1) {
      const words = asked.slice(at, at + length);
      if (/^\p{Script=Han}+$/u.test(words) && evidence.includes(words)) return words;
    }
  return "";
}

const SHORTEST_NAME = 5;
const LONGEST_NAME = 24;

const FIGURES: ReadonlySet<string> = new Set([
  "value",
  "met",
  "compare",
  "difference",
  "series",
  "rank",
  "sum",
]);

const isIndicator = ({ indicators }: Question, word: string): boolean =>
  indicators.some(({ phrase }) => phrase === word);

/** 一般公共预算收入中税收收入: whether the place of a figure told names both, or the one is known to belong to the other. */
function tellsPart(
  { indicators }: Question,
  word: string,
  { draft, sources }: { readonly draft: Draft; readonly sources: Sources },
): boolean {
  const [parts, wholes] = [true, false].map((part) =>
    indicators.filter(({ phrase }) => (phrase === word) === part),
  );
  const named = (those: readonly NamedIndicator[] = []) =>
    those.flatMap(({ phrase, names, concepts }) =>
      [phrase, ...names, ...concepts.flatMap(spokenNames)].map(foldPlain),
    );
  const ids = (those: readonly NamedIndicator[] = []) => those.flatMap(({ concepts }) => concepts);
  const related = (one: readonly string[], other: readonly string[]) =>
    one.some((id) => other.some((each) => conceptById(id)?.related.includes(each) === true));
  if (related(ids(parts), ids(wholes)) || related(ids(wholes), ids(parts))) return true;
  return draft.used.some(({ row }) => {
    const text = sources.document(row.documentId)?.text ?? "";
    const place = foldPlain([sliceOf(text, row.context), ...row.section].join("\n"));
    return [parts, wholes].every((those) => named(those).some((name) => place.includes(name)));
  });
}

/** All that the places say which an answer cites: quote, sections, title, the captions and heads of tables, the rows' names. */
function evidenceOf({ indicators }: Question, { book, used }: Draft, { document }: Sources): string {
  const cited = book.citations.flatMap(({ documentId, quote, section, title, start, end }) => {
    const report = document(documentId);
    const table = report?.tables.find(({ span }) => span.start <= start && end <= span.end);
    const head = table?.header ?? null;
    return [
      quote,
      ...section,
      title,
      table?.caption ?? "",
      head === null || report === null ? "" : sliceOf(report.text, head),
    ];
  });
  const rows = used.flatMap(({ row }) => {
    const { concept } = canonicalName(row.indicator);
    const own = row.scope === "own" ? /[省市区县州盟旗]$/u.exec(row.region ?? "")?.[0] : undefined;
    return [
      row.name,
      row.indicator,
      row.note ?? "",
      ...row.section,
      ...(concept === null ? [] : spokenNames(concept)),
      ...(own === undefined ? [] : [`全${own}`, `${own}里`]),
    ];
  });
  const told = new Set(used.map(({ row }) => row.indicator));
  const named = indicators
    .filter(({ names }) => names.some((name) => told.has(name)))
    .flatMap(({ phrase, concepts }) => [phrase, ...concepts.flatMap(officialNames)]);
  return foldPlain([...cited, ...rows, ...named].join("\n"));
}

/** Endings that make a kind of things of a word: 旅游业, 党员类. */
const ENDING = /(?:产业|行业|人员|领域|方面|业|类|型|性|式|部分)$/u;

function speaksOf(evidence: string, word: string): boolean {
  if (evidence.includes(word)) return true;
  const bare = word.replace(ENDING, "");
  if (bare.length > 1 && evidence.includes(bare)) return true;
  if (officialWordings(word).some((said) => evidence.includes(said.trim()))) return true;
  const parts = partsOf(word);
  return parts.length > 1 && !EXCLUDES.test(word) && parts.every((part) => speaksOf(evidence, part));
}

/** What is left out is not told by a place that speaks of it. */
const EXCLUDES = /^(?:不[含包计算]|剔除|扣除|除[去开了])/u;

/** The words of a run; characters that stand alone in the dictionary's eyes are one word together (市|本|级). */
function partsOf(run: string): string[] {
  const parts: string[] = [];
  let loose = "";
  for (const { word } of [...wordsIn(run), { word: "" }]) {
    if (word.length === 1) loose += word;
    else {
      if (loose.length > 1) parts.push(loose);
      loose = "";
      if (word !== "") parts.push(word);
    }
  }
  return parts;
}
