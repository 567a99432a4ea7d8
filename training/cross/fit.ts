/** A row of numbers of one unit. */
export type Row = readonly number[];

/** Weights of a linear score over rows as they are given, not standardised. */
export interface Linear {
  readonly weights: readonly number[];
  readonly bias: number;
}

const STEPS = 3000;
const RATE = 0.05;
const RIDGE = 0.003;

const dot = (one: Row, other: Row): number => one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

/** Means and spreads of the columns. */
function scaleOf(rows: readonly Row[]): { readonly mean: Row; readonly spread: Row } {
  const columns = (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? 0));
  const mean = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const spread = columns.map((column, at) => {
    const away = column.reduce((sum, value) => sum + (value - (mean[at] ?? 0)) ** 2, 0);
    return Math.sqrt(away / column.length) + 1e-6;
  });
  return { mean, spread };
}

/** Gradient descent with momentum over standardised columns; `gradient` adds that of every group to the one handed to it. */
function descended(
  rows: readonly Row[],
  gradientOf: (weights: number[], bias: number, scaled: (row: Row) => Row) => { readonly weights: number[]; readonly bias: number },
): Linear {
  const { mean, spread } = scaleOf(rows);
  const scaled = (row: Row): Row => row.map((value, at) => (value - (mean[at] ?? 0)) / (spread[at] ?? 1));
  const weights = mean.map(() => 0);
  const speed = mean.map(() => 0);
  let [bias, biasSpeed] = [0, 0];
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = gradientOf(weights, bias, scaled);
    for (const [at, value] of gradient.weights.entries()) {
      speed[at] = 0.9 * (speed[at] ?? 0) - RATE * (value + RIDGE * (weights[at] ?? 0));
      weights[at] = (weights[at] ?? 0) + (speed[at] ?? 0);
    }
    biasSpeed = 0.9 * biasSpeed - RATE * gradient.bias;
    bias += biasSpeed;
  }
  const plain = weights.map((weight, at) => weight / (spread[at] ?? 1));
  return { weights: plain, bias: bias - dot(plain, mean) };
}

/** Logistic regression: rows and whether each is so. */
export function logistic(rows: readonly Row[], so: readonly boolean[]): Linear {
  return descended(rows, (weights, bias, scaled) => {
    const sums = { weights: weights.map(() => 0), bias: 0 };
    for (const [at, row] of rows.entries()) {
      const own = scaled(row);
      const off = 1 / (1 + Math.exp(-(dot(weights, own) + bias))) - Number(so[at]);
      for (const [column, value] of own.entries()) sums.weights[column] = (sums.weights[column] ?? 0) + (off * value) / rows.length;
      sums.bias += off / rows.length;
    }
    return sums;
  });
}

/** Conditional logit (McFadden 1974): of each group of rows some are right; the bias says nothing. */
export function conditionalLogit(groups: readonly { readonly rows: readonly Row[]; readonly right: readonly boolean[] }[]): Linear {
  return descended(
    groups.flatMap(({ rows }) => rows),
    (weights, _, scaled) => {
      const sums = weights.map(() => 0);
      for (const { rows, right } of groups) {
        const own = rows.map(scaled);
        const odds = own.map((row) => Math.exp(dot(weights, row)));
        const all = odds.reduce((sum, each) => sum + each, 0);
        const told = odds.reduce((sum, each, at) => sum + (right[at] ? each : 0), 0);
        for (const [at, row] of own.entries()) {
          const odd = odds[at] ?? 0;
          const off = odd / all - (right[at] ? odd / told : 0);
          for (const [column, value] of row.entries()) sums[column] = (sums[column] ?? 0) + (off * value) / groups.length;
        }
      }
      return { weights: sums, bias: 0 };
    },
  );
}
