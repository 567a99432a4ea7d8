/** The best unit of a question, as it was judged by what saw nothing of its report. */
export interface JudgedFirst {
  readonly probability: number;
  /** It answers the question. */
  readonly right: boolean;
  readonly answerable: boolean;
  /** The question names a place, a year or an indicator. */
  readonly named: boolean;
}

/** Of the open questions that can be answered the share refused: of all, and of those that name neither place nor year nor indicator. */
const OVER_REFUSAL = { likely: 0.05, likelyOfAnything: 0.1 } as const;
/** Of the open questions whose best stretch is as likely, so many are read rightly. */
const RIGHT = { surely: 0.9, weighed: 0.92, beyondDoubt: 0.95 } as const;

/** The thresholds at which these shares are refused and right (`src/read/thresholds.json`); `by` is the file that writes them. */
export function chosenThresholds(judged: readonly JudgedFirst[], by: string) {
  const answerable = judged.filter((each) => each.answerable);
  return {
    about: `Written by ${by}: as likely as this a stretch answers, or surely does.`,
    right: RIGHT,
    surely: leastRight(judged, RIGHT.surely),
    weighed: leastRight(judged, RIGHT.weighed),
    beyondDoubt: leastRight(judged, RIGHT.beyondDoubt),
    overRefusal: OVER_REFUSAL,
    likely: quantile(answerable, OVER_REFUSAL.likely),
    likelyOfAnything: quantile(
      answerable.filter(({ named }) => !named),
      OVER_REFUSAL.likelyOfAnything,
    ),
  };
}

/** The probability below which the share of the judged lie. */
function quantile(judged: readonly JudgedFirst[], share: number): number {
  const rising = judged.map(({ probability }) => probability).sort((one, other) => one - other);
  return Number((rising[Math.floor(share * rising.length)] ?? 0).toFixed(2));
}

/** The least probability from which on the share is right. */
function leastRight(judged: readonly JudgedFirst[], share: number): number {
  const falling = judged.toSorted((one, other) => other.probability - one.probability);
  let right = 0;
  let least = 1;
  for (const [at, each] of falling.entries()) {
    right += Number(each.right);
    if (right >= share * (at + 1)) least = each.probability;
  }
  return Number(least.toFixed(2));
}
