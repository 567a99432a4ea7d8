import { answerWords } from "#answer/answer-words.ts";

/** A clause that says how much or how high, and not why. */
const TELLS_FIGURE = /\d|第[一二三四五六七八九十]|首位|前列|领先|增长$/;
const MOSTLY_FIGURES = 0.7;

/** 达到5.26%，跃居全市第一。: whether folded words tell results and nothing else, which are no reason. */
export function onlyFigures(folded: string): boolean {
  const said = folded.split(/[,;。:]/).filter((clause) => clause.length > 2);
  const figures = said.filter(
    (clause) => TELLS_FIGURE.test(clause) && clause.match(answerWords.cause) === null,
  );
  return figures.length >= MOSTLY_FIGURES * said.length;
}
