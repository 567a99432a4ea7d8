import { asksWhole } from "#answer/asks-whole.ts";
import { narrowerThan, type Wider, widerThan } from "#indicators/catalogue-wider.ts";
import { isMostlyIndicator } from "#question/mostly-indicator.ts";
import type { Question } from "#question/question.ts";
import { pairsOf } from "#text/character-pairs.ts";
import { foldPlain } from "#text/fold.ts";

/**
 * Whether folded words tell, of each indicator asked for, only a wider one (居民人均可支配收入 where 农村居民人均可支配收入 is
 * asked) or, where the whole is asked for, only its parts.
 */
export function isOfOtherBreadth(question: Question, folded: string): boolean {
  const { operation, indicators } = question;
  if (operation !== "value" || !isMostlyIndicator(question)) return false;
  return indicators.some(
    ({ concepts }) =>
      concepts.length > 0 &&
      (concepts.every((id) => tellsWider(id, folded)) ||
        (asksWhole(question) && concepts.some((id) => tellsParts(id, folded)))),
  );
}

function tellsWider(id: string, folded: string): boolean {
  const wider = widerThan(id);
  return (
    wider.some((each) => standsBare(each, folded)) &&
    // 轨道通车里程 where 轨道交通通车里程 is asked.
    !wider.some(({ narrowed }) => pairsOf(foldPlain(narrowed)).some((pair) => folded.includes(pair)))
  );
}

/** 城镇和农村居民人均可支配收入 where that of all is asked. */
const tellsParts = (id: string, folded: string): boolean =>
  narrowerThan(id).some(({ narrowed }) => folded.includes(foldPlain(narrowed))) &&
  !/全体|全[区市县省]居民/u.test(folded);

/** 出口总额 in 进出口总额 is a part of it. */
const standsBare = ({ name, narrowed }: Wider, folded: string): boolean =>
  folded
    .split(foldPlain(name))
    .some((before, at, all) => at < all.length - 1 && before.at(-1) !== narrowed.at(-1));
