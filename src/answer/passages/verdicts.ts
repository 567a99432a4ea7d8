import type { Desk } from "#answer/desk.ts";
import { sliceOf } from "#domain/span.ts";
import type { Features } from "#read/features/feature.ts";
import type { Unit } from "#read/unit.ts";
import { foldPlain } from "#text/fold.ts";
import { expectationOf, meets } from "./expectation.ts";
import { wantedBy } from "./find-candidates.ts";
import { explains, headUnknown, ofOtherThanZone, quotesUnknown } from "./mismatch.ts";
import { besideFigure, nearFigure, tellsAsked } from "./tells-asked.ts";
import { namesParts } from "./tells-parts.ts";

/**
 * What rules say of a unit, as numbers the reader weighs: whether it prints a thing of the kind asked for, whether the
 * figure in it stands by the words of the question, whether it explains the term.
 */
export function verdictsFor(desk: Desk): (unit: Unit) => Features {
  const wanted = wantedBy(desk);
  const expectation = expectationOf(foldPlain(desk.question.asked));
  const ofQuestion = {
    ruleHeadUnknown: Number(headUnknown(desk)),
    ruleQuotesUnknown: Number(quotesUnknown(desk)),
    ruleAsksFigure: Number(expectation.number),
    ruleAsksUnit: Number(expectation.classifier !== null || expectation.figure !== null),
  };
  return (unit) => {
    const folded = foldPlain(sliceOf(desk.sources.document(unit.documentId)?.text ?? "", unit));
    const beside = besideFigure(folded, wanted);
    return {
      ...ofQuestion,
      ruleMeets: meets(expectation, folded),
      ruleBeside: beside,
      ruleNear: nearFigure(folded, wanted),
      ruleTellsAsked: Number(tellsAsked(desk, unit, beside)),
      ruleNamesParts: Number(namesParts(desk.question.asked, folded)),
      ruleExplains: Number(explains(desk, unit)),
      ruleOtherZone: Number(ofOtherThanZone(desk, unit)),
    };
  };
}
