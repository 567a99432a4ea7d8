/**
 * Exact McNemar test for paired outcomes: the two-sided binomial probability of a split of the questions that flipped
 * at least as uneven as `gained` against `lost`, were both equally likely. 1 when nothing flipped.
 * Source: McNemar, Psychometrika 12 (1947); exact form in Agresti, Categorical Data Analysis, section 11.1.
 */
export function mcnemar(gained: number, lost: number): number {
  const flipped = gained + lost;
  const fewer = Math.min(gained, lost);
  let logBinomial = 0;
  let tail = 0;
  for (let k = 0; k <= fewer; k += 1) {
    if (k > 0) logBinomial += Math.log(flipped - k + 1) - Math.log(k);
    tail += Math.exp(logBinomial - flipped * Math.LN2);
  }
  return Math.min(1, 2 * tail);
}
