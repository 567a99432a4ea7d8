import { unsupported } from "#answer/asked/residue-supported.ts";
import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { isSurelyRead } from "#answer/passages/read-choice.ts";
import { unitsFor } from "#answer/passages/read-passages.ts";
import { onlyNearest } from "#answer/several/joined-drafts.ts";
import { overlaps } from "#domain/span.ts";
import { groupIn } from "#indicators/catalogue-groups.ts";
import { tokens } from "#text/tokens.ts";
import { wordsIn } from "#text/words.ts";
import type { Asked } from "./step.ts";

/**
 * The words that the draft speaks of nowhere. Where a passage is quoted of which the reader is sure, it has weighed them: what
 * it says in other words (入驻 for 入住, 房屋 for 房子) is said. A figure of the table it has not chosen.
 */
export async function leftOut({ question, sources, desk }: Asked, draft: Draft): Promise<readonly string[]> {
  const words = unsupported(question, draft, sources);
  if (words.length === 0 && (await isUnlikelyRead(desk(), draft))) return namedBeside(question);
  if (words.length === 0 || draft.used.length > 0 || !(await isSurelyRead(desk(), draft))) return words;
  const quoted = draft.book.citations.map(({ quote }) => quote).join("");
  // Another group of people is no other word for the one asked about; 自然村 is of the 农村.
  return words.filter((word) => {
    const group = groupIn(word);
    return group === null ? !isPutOtherwise(word, quoted) : groupIn(quoted) !== group;
  });
}

/** The words beside the indicator's own. */
const namedBeside = ({ residue }: Asked["question"]): readonly string[] => [
  ...new Set(residue.map(({ word }) => word)),
];

/**
 * Below `held` a sentence is taken not to tell the figure asked for, whatever indicator it names, and below `unheld` where a
 * word beside the indicator stands in no report (小岗村). Of 796 figures told for questions to learn from 75 lie below, and 53 of
 * these were not what was asked.
 */
const UNLIKELY = { held: 0.2, unheld: 0.5 } as const;

/**
 * Whether words stand beside the indicator (烟草税收, 小岗村人均收入) and the reader, who has weighed them against the
 * sentence of each figure told, holds none of these likely to answer. A figure that it did not read it does not judge, and
 * of a row it has seldom learned what citizens call it.
 */
async function isUnlikelyRead(desk: Desk, { reason, used, book }: Draft): Promise<boolean> {
  const { question, sources } = desk;
  const { residue, indicators, operation } = question;
  const quotesFigure = reason === "passage" && operation === "value" && indicators.length > 0;
  if ((reason !== "value" && !quotesFigure) || residue.length === 0) return false;
  const unheld = residue.filter(({ word }) => !tokens(word).every((term) => sources.holdsTerm(term)));
  // 狼牙山: what is told of a place names it.
  if (unheld.some(({ word }) => PLACE.test(word))) return true;
  const units = await unitsFor(desk, question.regions[0] ?? null);
  const told = used.length > 0 ? used.map(({ row }) => row) : book.citations;
  const read = told.flatMap((one) =>
    units.filter(({ unit }) => unit.documentId === one.documentId && overlaps(unit, one)),
  );
  if (read.some(({ unit }) => unit.kind === "row")) return false;
  const least = unheld.length === 0 ? UNLIKELY.held : UNLIKELY.unheld;
  return read.length > 0 && read.every(({ probability }) => probability < least);
}

const PLACE = /[村镇乡寨屯山湖岛寺]$/u;

const TIME_WITHIN = /[旬季月年假]/u;

/** 入驻 for 入住, 按摩店铺 for 按摩店: half of the characters, one of them at the head of a word or beside the same one. */
function isPutOtherwise(word: string, quoted: string): boolean {
  const signs = [...word];
  if (signs.filter((sign) => quoted.includes(sign)).length * 2 < signs.length) return false;
  if (signs.length > 2) return signs.some((sign, at) => at > 0 && quoted.includes(`${signs[at - 1]}${sign}`));
  return !TIME_WITHIN.test(word) && wordsIn(quoted).some((said) => said.word.startsWith(word.charAt(0)));
}

/** 茶叶产值 where only the value of all crops is told: that is said, and the wider figure is the nearest thing. */
export function withoutResidue(desk: Desk, wider: Draft, words: readonly string[]): Draft {
  const said = words.map((word) => `“${word}”`).join("、");
  return onlyNearest(desk, wider, desk.say("refuse.residue", { words: said }));
}
