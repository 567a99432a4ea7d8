/** A question as judged: whether it can be answered, the best unit's probability, and where the first evidence stands. */
export interface Judged {
  readonly answerable: boolean;
  readonly probability: number;
  /** Place of the first evidence among the units, from 0; −1 where none is. */
  readonly evidence: number;
  /** The best unit is evidence. */
  readonly right: boolean;
}

const share = (values: readonly boolean[]): number =>
  values.length === 0 ? Number.NaN : values.filter(Boolean).length / values.length;

/** Area under the curve of telling right best units from questions that have no answer. */
export function auc(yes: readonly number[], no: readonly number[]): number {
  let sum = 0;
  for (const one of yes) for (const other of no) sum += one > other ? 1 : one === other ? 0.5 : 0;
  return sum / (yes.length * no.length);
}

/** The probability below which a share of the answerable questions lies. */
export function thresholdAt(answerable: readonly number[], overRefusal: number): number {
  const sorted = [...answerable].sort((one, other) => one - other);
  return sorted[Math.floor(overRefusal * sorted.length)] ?? 0;
}

export function measures(judged: readonly Judged[]) {
  const can = judged.filter(({ answerable }) => answerable);
  const cannot = judged.filter(({ answerable }) => !answerable);
  const at = (overRefusal: number) => {
    const threshold = thresholdAt(can.map(({ probability }) => probability), overRefusal);
    return {
      threshold,
      refused: share(cannot.map(({ probability }) => probability < threshold)),
      rightFirst: share(can.map(({ right, probability }) => right && probability >= threshold)),
    };
  };
  return {
    answerable: can.length,
    unanswerable: cannot.length,
    held: share(can.map(({ evidence }) => evidence >= 0)),
    first: share(can.map(({ evidence }) => evidence === 0)),
    inThree: share(can.map(({ evidence }) => evidence >= 0 && evidence < 3)),
    auc: auc(can.map(({ probability }) => probability), cannot.map(({ probability }) => probability)),
    at5: at(0.05),
    at10: at(0.1),
    at20: at(0.2),
  };
}

/** Brier score and ten bins of probability against how often the best unit was right. */
export function calibrationOf(judged: readonly Judged[]) {
  const brier = judged.reduce((sum, { probability, right }) => sum + (probability - Number(right)) ** 2, 0) / judged.length;
  const bins = Array.from({ length: 10 }, (_, bin) => {
    const inBin = judged.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === bin);
    return { from: bin / 10, n: inBin.length, right: Number(share(inBin.map(({ right }) => right)).toFixed(2)) };
  });
  return { brier, bins };
}
