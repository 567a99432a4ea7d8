import type { Thread } from "#answer/draft.ts";
import { ownWords } from "#answer/passages/wording.ts";
import type { Sources } from "#answer/sources.ts";
import { type IndicatorRow, isAimOrResult } from "#domain/indicator.ts";
import { standAlone } from "#question/conversation/stand-alone.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";

/** Between the parts of a name (社会投资项目数·新建·总投资). */
const UNDER = "·";
/** Share of a part's name that the turn must say (年度投资 of 年度投资计划), and the fewest characters of it. */
const SAID = 0.6;
const FEWEST = 2;
/** What a turn may say besides. */
const BESIDES = 2;
const MOST_ROWS = 2000;

/**
 * 年度投资呢 after 社会投资项目·总投资, 其中新建的 after 社会投资项目·项目数: another cell of the table that the figure told
 * before stands in, named by what tells the two apart. The question itself where there is none.
 */
export function ofSisterRow(question: Question, thread: Thread | null, sources: Sources): Question {
  const [told, another] = thread?.draft.used ?? [];
  if (!question.leans || told === undefined || another !== undefined) return question;
  const row = sisterOf(told.row, foldPlain(question.asked), sources);
  return row === null ? question : askedOf(question, row);
}

/** The question as one about a row. */
export function askedOf(question: Question, row: IndicatorRow): Question {
  const meant: Question = {
    ...question,
    regions: row.region === null ? question.regions : [row.region],
    years: [row.year],
    kinds: question.kinds.length === 0 && isAimOrResult(row.kind) ? [row.kind] : question.kinds,
    indicators: [{ phrase: row.indicator, concepts: [], names: [row.indicator], measure: null }],
    indicatorShare: 1,
    operation: "value",
    topic: row.name,
    followUp: true,
    dangling: false,
  };
  return { ...meant, text: standAlone(meant) };
}

function sisterOf(told: IndicatorRow, asked: string, sources: Sources): IndicatorRow | null {
  const rows = sources.rows({
    documents: [told.documentId],
    years: [told.year],
    kinds: [told.kind],
    limit: MOST_ROWS,
  });
  // The head of a table's row alone is told where its number is asked.
  const counts = `${told.indicator}${UNDER}项目数`;
  const own = rows.some(({ indicator }) => indicator === counts) ? partsOf(counts) : partsOf(told.indicator);
  if (own.length < 2) return null;
  const sisters = rows.flatMap((row) => {
    const parts = partsOf(row.indicator);
    const others = parts.filter((part) => !own.includes(part));
    const shared = parts.length - others.length;
    const apart = Math.max(parts.length, own.length) - shared;
    const said = others.map((part) => saidOf(part, asked));
    const kept = parts.filter((part) => own.includes(part)).map((part) => saidOf(part, asked));
    const rest = ownWords([...said, ...kept].reduce((words, part) => words.replace(part, " "), asked));
    const named = said.every((part) => part !== "") && rest.replaceAll(" ", "").length <= BESIDES;
    if (parts.length < 2 || shared === 0 || apart !== 1 || !named) return [];
    return [{ row, said: said.join("").length }];
  });
  return sisters.toSorted((a, b) => b.said - a.said)[0]?.row ?? null;
}

const partsOf = (name: string): string[] => name.split(UNDER);

/** The longest piece of a part's name that was said; empty where too little was. */
function saidOf(part: string, asked: string): string {
  const name = foldPlain(part).replace(/数$/, "");
  for (let length = name.length; length >= Math.max(FEWEST, SAID * name.length); length--)
    for (let at = 0; at + length <= name.length; at++) {
      const piece = name.slice(at, at + length);
      if (asked.includes(piece)) return piece;
    }
  return "";
}
