import { cues } from "#read/cues.ts";
import { type FeatureGroup, flag } from "./feature.ts";

const NAMES = [
  "number",
  "reason",
  "list",
  "definition",
  "person",
  "date",
  "place",
  "manner",
  "rank",
  "whether",
] as const;
/** A figure; years and the number an entry opens with are none. */
const FIGURE = /(?<![\d.])(?!(?:19|20)\d{2}年)\d+(?:\.\d+)?(?!\d*[.、．]\s*[\u4e00-\u9fff])/u;
/** 多少亩, 几家: the measure word asked for. */
const MEASURE = /(?:多少|几)个?((?:平方)?(?:公里|米)|万?亿?元|[\u4e00-\u9fff])/u;

/** What kind of thing is asked for, and whether the unit tells such a thing. */
export const askedAndTold: FeatureGroup = ({ folded, unit }, { folded: asked, question }) => {
  const asks = Object.fromEntries(NAMES.map((name) => [`asks_${name}`, flag(cues.asks[name].test(asked))]));
  const measure = MEASURE.exec(asked)?.[1];
  return {
    ...asks,
    operationReason: flag(question.operation === "reason"),
    operationList: flag(question.operation === "list" || question.operation === "count"),
    operationDefinition: flag(question.operation === "definition"),
    operationValue: flag(question.operation === "value"),
    indicatorShare: question.indicatorShare,
    followUp: flag(question.followUp),
    english: flag(question.language === "en"),
    figures: (folded.match(new RegExp(FIGURE, "gu")) ?? []).length,
    measureTold:
      measure === undefined
        ? -1
        : flag(new RegExp(`[\\d一二三四五六七八九十百千万亿余多]${measure}`, "u").test(folded)),
    tellsReason: flag(cues.tells.reason.test(folded)),
    tellsDefinition: flag(cues.tells.definition.test(folded) || unit.kind === "definition"),
    tellsPerson: flag(cues.tells.person.test(folded)),
    tellsDate: flag(cues.tells.date.test(folded)),
    tellsRank: flag(cues.tells.rank.test(folded)),
    tellsSteps: flag(cues.tells.steps.test(folded)),
    enumerated: (folded.match(/[、;]/gu) ?? []).length,
    answersWhat: fits(asks, folded),
  };
};

/** 1 where a number, a date, a person, a rank is asked for and there; −1 where asked for and absent; 0 where none is asked for. */
function fits(asks: Readonly<Record<string, number>>, folded: string): number {
  const wanted = [
    ["asks_rank", cues.tells.rank],
    ["asks_person", cues.tells.person],
    ["asks_date", cues.tells.date],
    ["asks_reason", cues.tells.reason],
    ["asks_number", NUMBER_TOLD],
  ] as const;
  const found = wanted.find(([name]) => asks[name] === 1);
  if (found === undefined) return 0;
  return found[1].test(folded) ? 1 : -1;
}

/** A figure, or a count in characters: 三大, 五个. */
const NUMBER_TOLD = /\d|[一二三四五六七八九十百千两]+[个家所项件套户部座条名人大类]/u;
