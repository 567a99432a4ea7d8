import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { differenceOf, shareOf as portionOf, ratioOf } from "#answer/figures/arithmetic.ts";
import { asksFall } from "#answer/figures/extremes.ts";
import { foldPlain } from "#text/fold.ts";
import type { PartFigure } from "./part-figures.ts";
import type { Sides } from "./sides-asked.ts";

/** 增长12%: told with its verb. */
const CHANGE = /^\D/;

/** The figures of the things set side by side, each under the name asked, and what follows from them. */
export function partsTold(desk: Desk, { names, measure }: Sides, figures: readonly PartFigure[]): Draft {
  const marks = figures.map(({ documentId, sentence }) => `[${desk.book.cite(documentId, sentence)}]`);
  const both = [...new Set(marks)].join("");
  const things = figures.map((figure, at) => ({ ...figure, part: asTyped(desk, names[at] ?? figure.part) }));
  const [one, two, third] = things;
  if (one === undefined || two === undefined) throw new RangeError("two things are set side by side");
  const told = things.map(({ part, raw }, at) => {
    const is = CHANGE.test(raw) ? "" : "为";
    return `${part}${measure}${is}${raw}${marks[at] ?? ""}`;
  });
  const text =
    third === undefined
      ? `${told.join("；")}。${concluded(desk, [one, two], both)}`
      : mostOf(desk, things, both);
  return desk.draft("comparison", [{ type: "paragraph", text }]);
}

/** 5G基站, where the folded name is 5g基站. */
function asTyped({ question }: Desk, name: string): string {
  const at = question.asked.toLowerCase().indexOf(name);
  return at === -1 ? name : question.asked.slice(at, at + name.length);
}

/** Asks for the lowest: 最少, 哪个低. */
const LOWEST = /[低少小慢](?!.*[高多大快])/;

/** 最高的是…；其余：…: which of several figures is the highest, or the lowest where that is asked. */
export function mostOf(desk: Desk, figures: readonly PartFigure[], marks: string): string {
  const lowest = LOWEST.test(foldPlain(desk.question.asked));
  const [best, ...others] = figures.toSorted((a, b) => (differenceOf(a, b)?.sign ?? 0) * (lowest ? 1 : -1));
  return desk.say(lowest ? "part.least" : "part.most", {
    part: best?.part ?? "",
    value: best?.raw ?? "",
    others: others.map(({ part, raw }) => `${part}${raw}`).join("、"),
    marks,
  });
}

function concluded(desk: Desk, [one, two]: readonly [PartFigure, PartFigure], marks: string): string {
  const difference = differenceOf(one, two);
  if (difference === null) return "";
  const portion = /几成/.test(desk.question.asked) ? portionOf(one, two) : null;
  const ratio = /倍/.test(desk.question.asked) ? ratioOf(one, two) : null;
  for (const each of [difference, portion, ratio])
    for (const number of each?.numbers ?? []) desk.computed(number);
  const growth = CHANGE.test(one.raw) && CHANGE.test(two.raw) ? "增速" : "";
  const sorted = difference.sign >= 0 ? [one, two] : [two, one];
  const [higher = "", lower = ""] = sorted.map(({ part }) => `${part}${growth}`);
  const { result, expression } = difference;
  const apart =
    difference.sign === 0
      ? desk.say("pair.equal", { higher, lower, marks })
      : desk.say(asksFall(desk.question.asked, [one, two]) ? "pair.fell" : "pair.higher", {
          higher,
          lower,
          result,
          expression,
          marks,
        });
  const times =
    ratio === null
      ? ""
      : desk.say("times.named", {
          first: one.part,
          second: two.part,
          result: ratio.result,
          expression: ratio.expression,
        });
  const share =
    portion === null
      ? ""
      : desk.say("share", {
          part: lower,
          whole: higher,
          result: portion.result,
          expression: portion.expression,
        });
  return `${apart}${times}${share}`;
}
