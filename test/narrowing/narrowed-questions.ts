import { z } from "zod";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import { isWholeYear } from "#domain/period.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { foldPlain } from "#text/fold.ts";
import { wordsIn } from "#text/words.ts";
import wordsFile from "./words.json" with { type: "json" };

const kindOfWord = z.strictObject({ words: z.array(z.string()).min(2), forms: z.array(z.string()).min(1) });
const { about: _about, ...classes } = z
  .strictObject({
    about: z.string(),
    place: kindOfWord,
    group: kindOfWord,
    period: kindOfWord,
    calibre: kindOfWord,
    product: kindOfWord,
    industry: kindOfWord,
  })
  .parse(wordsFile);
const CLASSES = Object.entries(classes);

/** A question about a held row with one word that narrows it. */
export interface NarrowedQuestion {
  readonly question: string;
  /** The same without the word: what it is answered with must not answer the narrowed one. */
  readonly plain: string;
  readonly row: IndicatorRow;
  readonly word: string;
  /** place, group, period, calibre, product or industry; for supported words where the word was found. */
  readonly narrowing: string;
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Everything the report says where the row stands: its sentence or table row, its caption, its sections. */
export function surroundings(row: IndicatorRow, document: SourceDocument): string {
  const table = document.tables.find(({ span }) => span.start <= row.start && row.end <= span.end);
  const sentence = document.text.slice(row.context.start, row.context.end);
  const header = table?.header ?? null;
  const head = header === null ? "" : document.text.slice(header.start, header.end);
  return foldPlain(
    [row.name, row.indicator, sentence, table?.caption ?? "", head, ...row.section].join("\n"),
  );
}

const isPlain = (row: IndicatorRow): boolean =>
  row.value !== null &&
  row.scope === "own" &&
  row.region !== null &&
  isWholeYear(row.period, row.year) &&
  (row.kind === "actual" || row.kind === "target") &&
  /^[\p{Script=Han}A-Z]{3,14}$/u.test(nameOf(row));

/** What a question calls the row. */
const nameOf = (row: IndicatorRow): string =>
  canonicalName(row.indicator).concept === null ? row.name : row.indicator;

const kindOf = (row: IndicatorRow): string => (row.kind === "target" ? "目标" : "");

interface Slots {
  readonly row: IndicatorRow;
  readonly name: string;
  readonly word: string;
}

const filled = (form: string, { row, name, word }: Slots): string =>
  form.replace(/[RYNWK]/g, (slot) => {
    switch (slot) {
      case "R":
        return row.region ?? "";
      case "Y":
        return String(row.year);
      case "N":
        return name;
      case "W":
        return word;
      default:
        return kindOf(row);
    }
  });

const plainOf = (row: IndicatorRow, name = nameOf(row)): string =>
  filled("RY年NK是多少？", { row, name, word: "" });

export interface Drawing {
  readonly rows: readonly IndicatorRow[];
  readonly document: (id: string) => SourceDocument | null;
  readonly seed: number;
  /** `building`: the first half of each list of words; `measuring`: the second. */
  readonly half: "building" | "measuring";
}

/** Questions without end, each with one word that nothing where its row stands supports. */
export function* unsupported({ rows, document, seed, half }: Drawing): Generator<NarrowedQuestion> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const plain = rows.filter(isPlain);
  for (let count = 0; plain.length > 0; count += 1) {
    const [narrowing, { words, forms }] = CLASSES[count % CLASSES.length] as (typeof CLASSES)[number];
    const middle = Math.floor(words.length / 2);
    const word = pick(half === "building" ? words.slice(0, middle) : words.slice(middle));
    const row = pick(plain);
    const report = document(row.documentId);
    if (report === null || surroundings(row, report).includes(foldPlain(word))) continue;
    const name = nameOf(row);
    yield { question: filled(pick(forms), { row, name, word }), plain: plainOf(row), row, word, narrowing };
  }
}

/** The words of a text that name something. */
const contentWords = (text: string): string[] =>
  wordsIn(text)
    .map(({ word }) => word)
    .filter((word) => /^\p{Script=Han}{2,5}$/u.test(word) && !EMPTY.test(word));
const EMPTY =
  /^(?:[一二三四五六七八九十第]+|全年|我们|情况|主要|目标|完成|实现|表格|计划|国民|社会|执行|工作|报告|政府|今年|去年|同比|以上|以下|左右|达到|分别|增长|下降|指标|名称|单位|年度|实际|预期|坚持|推进|加快|持续|进一步|不断|着力)$/u;

/** Questions without end, each with one word that stands where its row stands. */
export function* supported({ rows, document, seed }: Drawing): Generator<NarrowedQuestion> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const plain = rows.filter(isPlain);
  for (let count = 0; plain.length > 0; count += 1) {
    const row = pick(plain);
    const report = document(row.documentId);
    if (report === null) continue;
    const found = fromPrint(row, report, count % 4);
    if (found === null) continue;
    yield { ...found, row, plain: plainOf(row) };
  }
}

type Found = Pick<NarrowedQuestion, "question" | "word" | "narrowing">;

function fromPrint(row: IndicatorRow, report: SourceDocument, way: number): Found | null {
  const name = nameOf(row);
  const ask = (form: string, word: string, narrowing: string, called = name): Found => ({
    question: filled(form, { row, name: called, word }),
    word,
    narrowing,
  });
  if (way === 0) {
    // 规模以上的工业增加值: the name parted in two.
    const printed = row.name.replace(/[^\p{Script=Han}A-Za-z].*$/u, "");
    const [first, ...others] = wordsIn(printed);
    const rest = others.map(({ word }) => word).join("");
    if (first === undefined || first.word.length < 2 || rest.length < 3 || others.length < 2) return null;
    return ask("RY年W的NK是多少？", first.word, "name", rest);
  }
  if (way === 1) {
    const title = (row.section.at(-1) ?? "").replace(
      /^[^\p{Script=Han}]*[一二三四五六七八九十]*[、.）)]*/u,
      "",
    );
    const [word] = contentWords(title).filter((each) => !name.includes(each));
    return word === undefined ? null : ask("RY年W方面NK是多少？", word, "section");
  }
  if (way === 2) {
    const own = /([省市区县州盟旗])$/u.exec(row.region ?? "")?.[1];
    return own === undefined ? null : ask("RY年WNK是多少？", `全${own}`, "whole");
  }
  const words = CLASSES.filter(([each]) => each !== "period").flatMap(([, { words: listed }]) => listed);
  const said = surroundings(row, report);
  const word = words.find((each) => said.includes(foldPlain(each)) && !name.includes(each));
  return word === undefined ? null : ask("RY年W的NK是多少？", word, "sentence");
}
