import { partFigures } from "#answer/compare/part-figures.ts";
import type { Draft } from "#answer/draft.ts";
import { ownWords } from "#answer/passages/wording.ts";
import type { Sources } from "#answer/sources.ts";
import { textsOf } from "#answer/verify.ts";
import type { Question } from "#question/question.ts";
import { foldPlain } from "#text/fold.ts";

const FEWEST = 2;

/**
 * 交了多少套，交付率多高: the figure looked up stands in a sentence that tells the other one asked for as well, under just
 * the words of its clause; it is told behind it. The draft as it is where no clause asks so.
 */
export function withSecondAsked(question: Question, draft: Draft, sources: Sources): Draft {
  const [one, another] = draft.used;
  const [first, ...others] = draft.blocks;
  if (draft.status !== "answered" || question.language !== "zh" || first?.type !== "paragraph") return draft;
  if (one === undefined || another !== undefined || one.row.source === "table") return draft;
  const document = sources.document(one.row.documentId);
  if (document === null) return draft;
  const told = draft.blocks.flatMap(textsOf).join("");
  const figures = partFigures(document, one.row.context);
  const beside = clausesBeside(question).flatMap((words) => {
    const meant = figures.filter(({ part }) => foldPlain(part).includes(words));
    const [figure] = meant;
    return figure === undefined || meant.length > 1 || told.includes(figure.raw)
      ? []
      : [`${figure.part}${figure.raw}[${one.marker}]。`];
  });
  return beside.length === 0
    ? draft
    : { ...draft, blocks: [{ ...first, text: [first.text, ...beside].join("") }, ...others] };
}

/** What the clauses that do not name the indicator name themselves. */
function clausesBeside({ asked, indicators }: Question): readonly string[] {
  const clauses = foldPlain(asked).split(/[,，;；。?？、]/u);
  return clauses
    .filter((clause) => !indicators.some(({ phrase }) => clause.includes(foldPlain(phrase))))
    .map(ownWords)
    .filter((words) => words.length >= FEWEST);
}
