import { foldPlain } from "#text/fold.ts";
import { clausesBySentence } from "./clauses.ts";
import { conjuncts, isHeaded, namesJoined } from "./conjuncts.ts";
import { partWords } from "./part-words.ts";

/** One of several things that a question asks for. */
export interface AskedPart {
  /** Its own words: 高速公路里程有多少. */
  readonly said: string;
  /** The same without the words that only ask, to name it by: 高速公路里程. */
  readonly name: string;
  /** The same as a question of its own, with the place and the time of the whole: 2010年高速公路里程是多少. */
  readonly alone: string;
  /** The same with what the whole is about before it (抗旱救灾投入人次是多少); as `alone` where that is nothing. */
  readonly within: string;
  /** Whether its own words name nothing, so that it is asked of what was named before: 增幅, 占比, 2011年目标. */
  readonly bare: boolean;
}

/** More than so many things are a list, whatever its form. */
const MOST = 8;

/**
 * The things that a question asks for, in order; one where it asks for one. `places` are the names of the one place asked
 * about, as the question may write them, the full one first.
 */
export function askedParts(asked: string, places: readonly string[] = []): readonly AskedPart[] {
  const text = foldPlain(asked);
  if (!/\p{Script=Han}/u.test(text)) return questionsInEnglish(text).map(asItStands);
  const raw = rawParts(clausesBySentence(text));
  return raw.length < 2 || raw.length > MOST ? [asItStands(text)] : inContext(raw, places);
}

const asItStands = (words: string): AskedPart => ({
  said: words,
  name: nameOf(words),
  alone: words,
  within: words,
  bare: false,
});

const ENGLISH = /\b(?:how|what|when|which|who|where|did|is|was)\b/u;
const ENGLISH_NEXT = /[?;]\s*(?:and\s+)?|,? and (?=(?:how|what|when|which|who|where|did|is|was)\b)/gu;

/** How long is it, and when does it open?: the questions of one sentence, each with a word of asking. */
function questionsInEnglish(text: string): readonly string[] {
  const pieces = text
    .split(ENGLISH_NEXT)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  return pieces.length > 1 && pieces.every((piece) => ENGLISH.test(piece)) ? pieces : [text];
}

/** The words of a part, and what stands before it and is said of it too. */
interface RawPart {
  readonly words: string;
  readonly lead: string;
  /** When it is asked of, where only the last of its list says so (收入、支出2013年数额). */
  readonly time: string | null;
}

const timeOfAll = (words: readonly string[]): string | null => {
  const times = words.map((each) => partWords.time.exec(each)?.[0] ?? null);
  return times.slice(0, -1).every((time) => time === null) ? (times.at(-1) ?? null) : null;
};

function rawParts(sentences: readonly (readonly string[])[]): RawPart[] {
  const parts: RawPart[] = [];
  let leads: readonly string[] = [""];
  for (const clauses of sentences) {
    let waiting: string[] = [];
    let listed: readonly string[] = [];
    const add = (words: readonly string[]) => {
      const time = timeOfAll(words);
      parts.push(...leads.flatMap((lead) => words.map((each) => ({ words: each, lead, time }))));
    };
    const before = (words: string) => {
      leads = leads.map((lead) => lead + words);
    };
    for (const clause of clauses) {
      const [head = "", tail] = colonIn(clause);
      if (tail !== undefined && !head.startsWith("请")) leads = namesJoined(head, { each: false }) ?? [head];
      const words = tail ?? clause;
      if (words === "") continue;
      if (partWords.onlyTime.test(words) && waiting.length === 0) {
        // 到2007年，…: when all of it is asked of.
        if (parts.length === 0) before(words);
        continue;
      }
      const each = listEach(words, waiting.length > 0 ? waiting : listed);
      if (each !== null) {
        listed = each.names;
        waiting = [];
        add(each.parts);
      } else if (partWords.asks.test(words) || partWords.operation.test(words)) {
        // 新增就业人数，完成了吗: a name before what is asked of it.
        if (parts.length === 0) before(waiting.join("、"));
        else add(waiting);
        waiting = [];
        // 哪个更高 is asked of the parts together, and 各多少 of no list at all of what was named otherwise.
        const measured = listed.length > 1 && isBare(words, []) && !asksTogether(words);
        if (measured) add(listed.map((name) => untimed(name) + words));
        else if (!asksTogether(words)) add(asking(words));
      } else {
        const names = namesJoined(words, { each: false }) ?? (isHeaded(words) ? [words] : []);
        if (names.length > 1 && waiting.length === 1 && names.every((name) => partWords.timed.test(name))) {
          // 民营经济比重，2007年、2012年: one name, and the times that it is asked of.
          before(waiting.join(""));
          waiting = [];
        }
        if (names.length > 0) waiting.push(...names);
        else if (parts.length === 0 && waiting.length === 0) before(words);
      }
    }
    add(waiting);
  }
  return parts;
}

/** A、B2013年分别多少，增长多少: the later measure is asked of each name without its measure. */
const untimed = (name: string): string => name.replace(partWords.attributes, "");

/** 哪个更高, 相差多少, 各多少: what is done with the parts, where it names no thing of its own (A和B合计多少 does). */
const asksTogether = (words: string): boolean =>
  partWords.operation.test(words)
    ? words.slice(0, partWords.operation.exec(words)?.index).length < NAMES
    : (partWords.each.exec(words)?.groups?.["list"]?.length ?? NAMES) < NAMES;

const NAMES = 4;

/** 城镇新增就业|五年累计、2010年: what is asked about, and what of it. */
function colonIn(clause: string): readonly string[] {
  const at = clause.search(/:(?!\d\d(?!\d))/u);
  return at < 0 ? [clause] : [clause.slice(0, at).trim(), clause.slice(at + 1).trim()];
}

interface Listed {
  readonly names: readonly string[];
  readonly parts: readonly string[];
}

/** A、B各多少: what is asked of each name, which stand in the clause or before it; null where it asks of no list. */
function listEach(words: string, before: readonly string[]): Listed | null {
  const groups = askingGroups(words);
  if (groups.length > 1) {
    const found = groups.map((group) => listEach(group, before));
    if (!found.every((each) => each !== null)) return null;
    return { names: found[0]?.names ?? [], parts: found.flatMap(({ parts }) => parts) };
  }
  const { list, predicate } = partWords.each.exec(words)?.groups ?? {};
  if (list === undefined || predicate === undefined || partWords.operation.test(words)) return null;
  const names = namesFor(list.trim(), before);
  if (names.length < 2) return null;
  const asks = predicate === "" || /^(?:自|是|为)?$/u.test(predicate) ? "是多少" : predicate;
  return { names, parts: names.map((name) => name + asks) };
}

/** The names in a list; those told before where the list is only a time (截至2010年底各多少) or a measure (增幅各多少). */
function namesFor(list: string, before: readonly string[]): readonly string[] {
  if (before.length > 0 && (list === "" || partWords.timed.test(list)))
    return before.map((name) => (partWords.time.test(name) ? name : list + name));
  if (before.length > 0 && partWords.bare.test(list)) return before.map((name) => name + list);
  const names = namesJoined(list, { each: true }) ?? [list];
  // 财政收入占国民收入的比重，1978年和1982年各是多少: the name at each time.
  if (before.length > 0 && conjuncts(list).every((piece) => partWords.timed.test(piece)))
    return before.flatMap((name) => conjuncts(list).map((time) => time + name));
  return before.length > 0 ? [...before, ...names] : names;
}

/** 摘帽几个县、脱贫多少人: the pieces of a clause that ask by themselves, with what stands before each. */
function askingGroups(words: string): string[] {
  const groups: string[] = [];
  let open = "";
  for (const piece of conjuncts(words)) {
    // 从多少到多少、年均增速: a name behind a piece that asks is one more thing, any other word is of the piece.
    if (partWords.asks.test(piece) || (asksFigure(groups.at(-1)) && isHeaded(piece))) {
      groups.push(open + piece);
      open = "";
    } else if (groups.length > 0) groups.push(`${groups.pop()}、${piece}`);
    else open += `${piece}、`;
  }
  return groups.length === 0 ? [words] : groups;
}

const asksFigure = (words = ""): boolean => /多少|几|多[高大长]/u.test(words);

/** 改造多少|老小区、棚户区: two things counted; 多少农户和企业 may be counted together. */
const COUNTED = /^(.*?(?:多少|几)[个家所件套户]?)(?![到至])(\p{Script=Han}{2,6})、(\p{Script=Han}{2,6})$/u;

/** What one clause asks: several things where each piece of it asks, or names are joined before what is asked. */
function asking(words: string): readonly string[] {
  if (partWords.operation.test(words)) return [words];
  const [, counts = "", one = "", other = ""] = COUNTED.exec(words) ?? [];
  if (counts !== "") return [counts + one, counts + other];
  const groups = askingGroups(words);
  if (groups.length > 1) return groups;
  const [, names = "", predicate = ""] =
    /^(.*?)((?:是|为|有|达到?|到|完成|分别|目标|要)*了?(?:多少|好多|几).*)$/u.exec(words) ?? [];
  const joined = names === "" ? null : namesJoined(names, { each: false });
  return joined === null ? [words] : joined.map((name) => name + predicate);
}

function inContext(raw: readonly RawPart[], places: readonly string[]): AskedPart[] {
  const [place = ""] = places;
  let time = "";
  let subject = "";
  return raw.map(({ words, lead, time: ofAll }) => {
    const bare = isBare(words, places);
    time = partWords.time.exec(words)?.[0] ?? partWords.time.exec(lead)?.[0] ?? ofAll ?? time;
    const question = partWords.asks.test(words) ? words : `${words}是多少`;
    const isIn = (text: string) => places.some((name) => text.includes(name));
    const when = partWords.time.test(words) ? "" : time;
    const alone = (isIn(words) ? "" : place) + when + question;
    const about = bare || lead === "" ? subject : "";
    const before = [lead, about]
      .filter((each) => each !== "" && !words.includes(each))
      .reduce((joined, each) => (joined.includes(each) ? joined : joined + each), "");
    const within =
      before === ""
        ? alone
        : (isIn(before + words) ? "" : place) +
          (partWords.time.test(before) ? "" : when) +
          beside(before, question);
    if (!bare) subject = subjectOf(words, places) || subject;
    return { said: words, name: nameOf(words), alone, within, bare };
  });
}

/** gdp 2007年目标, PM2.5 2013年: no figure grows into the word before it. */
const beside = (before: string, words: string): string =>
  /[a-z\d]$/u.test(before) && /^[a-z\d]/u.test(words) ? `${before} ${words}` : before + words;

/** What is left of words when time, place and asking are taken out. */
const ownOf = (words: string, places: readonly string[]): string =>
  places
    .toSorted((one, other) => other.length - one.length)
    .reduce((text, name) => text.replace(name, ""), words)
    .replace(new RegExp(partWords.time.source, "gu"), "")
    .replace(new RegExp(`(?:${partWords.asks.source})[个点成倍件家亿万元人吨年呢]*`, "gu"), "");

/** 机场数 of 机场数是多少; the words as they are where they ask in other words. */
function nameOf(words: string): string {
  const name = words.replace(/(?:是|为|有|达到?)?多少$/u, "");
  return name.length < 2 ? words : name;
}

function isBare(words: string, places: readonly string[]): boolean {
  const own = ownOf(words, places);
  return own === "" || partWords.bare.test(own);
}

/** 民营经济增加值 of 2018年民营经济增加值是多少: what a bare part behind it is asked of. */
function subjectOf(words: string, places: readonly string[]): string {
  const upTo = words.slice(0, partWords.asks.exec(words)?.index ?? words.length);
  return ownOf(upTo, places)
    .replace(partWords.intendedFirst, "")
    .replace(partWords.attributes, "")
    .replace(/(?:是|为|有|达到?|的)+$/u, "");
}
