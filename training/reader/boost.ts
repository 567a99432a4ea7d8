import type { Trees } from "#read/trees.ts";

/** One training example: a row of features, its gradient's target, its weight, and the question it belongs to. */
export interface Examples {
  readonly features: readonly string[];
  /** Row by row. */
  readonly values: Float32Array;
  readonly targets: Float32Array;
  readonly weights: Float32Array;
  /** Rows of one question stand together: `[from, to)` of each. */
  readonly groups: readonly (readonly [number, number])[];
}

export interface BoostSettings {
  /** `binary`: each row by itself. `listwise`: the rows of a question against each other (softmax). */
  readonly loss: "binary" | "listwise";
  readonly rounds: number;
  readonly depth: number;
  readonly rate: number;
  /** Share of the questions, and of the features, that each tree sees. */
  readonly rowShare: number;
  readonly featureShare: number;
  /** Least weight of a leaf, in sums of second derivatives. */
  readonly leastLeaf: number;
  readonly ridge: number;
  readonly seed: number;
}

const BINS = 64;

/** Gradient-boosted trees, grown level by level over binned features. The same examples and seed give the same trees. */
export function boost(examples: Examples, settings: BoostSettings): Trees {
  const { features, values, targets, weights, groups } = examples;
  const rows = targets.length;
  const width = features.length;
  const { binned, edges } = binning(values, rows, width);
  const random = seeded(settings.seed);
  const bias = settings.loss === "binary" ? logOdds(targets, weights) : 0;
  const scores = new Float64Array(rows).fill(bias);
  const gradient = new Float64Array(rows);
  const curvature = new Float64Array(rows);
  const trees: Trees["trees"] = [];
  for (let round = 0; round < settings.rounds; round += 1) {
    derivatives(settings.loss, { targets, weights, groups }, scores, { gradient, curvature });
    const chosen = groups.filter(() => random() < settings.rowShare);
    const sample = chosen.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at));
    const columns = features.map((_, at) => at).filter(() => random() < settings.featureShare);
    const tree = grow({ binned, edges, gradient, curvature, columns, sample: Int32Array.from(sample) }, settings);
    trees.push(tree);
    for (let row = 0; row < rows; row += 1) scores[row] = (scores[row] ?? 0) + leaf(tree, values, row * width);
  }
  return { features: [...features], bias: round6(bias), trees };
}

function leaf(tree: Trees["trees"][number], values: Float32Array, offset: number): number {
  let node = 0;
  while ((tree.feature[node] ?? -1) !== -1) {
    const below = (values[offset + (tree.feature[node] ?? 0)] ?? 0) <= (tree.threshold[node] ?? 0);
    node = (below ? tree.left[node] : tree.right[node]) ?? 0;
  }
  return tree.value[node] ?? 0;
}

function derivatives(
  loss: BoostSettings["loss"],
  { targets, weights, groups }: Pick<Examples, "targets" | "weights" | "groups">,
  scores: Float64Array,
  into: { readonly gradient: Float64Array; readonly curvature: Float64Array },
): void {
  for (const [from, to] of groups) {
    let most = -Infinity;
    let sum = 0;
    let wanted = 0;
    if (loss === "listwise") {
      for (let row = from; row < to; row += 1) most = Math.max(most, scores[row] ?? 0);
      for (let row = from; row < to; row += 1) {
        sum += Math.exp((scores[row] ?? 0) - most);
        wanted += targets[row] ?? 0;
      }
    }
    for (let row = from; row < to; row += 1) {
      const score = scores[row] ?? 0;
      const weight = weights[row] ?? 0;
      const guess = loss === "binary" ? 1 / (1 + Math.exp(-score)) : Math.exp(score - most) / sum;
      const target = loss === "binary" ? (targets[row] ?? 0) : wanted === 0 ? guess : (targets[row] ?? 0) / wanted;
      into.gradient[row] = weight * (guess - target);
      into.curvature[row] = Math.max(1e-6, weight * guess * (1 - guess));
    }
  }
}

interface Growing {
  /** Bins of each feature, column by column. */
  readonly binned: readonly Uint8Array[];
  readonly edges: readonly Float32Array[];
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
  readonly columns: readonly number[];
  readonly sample: Int32Array;
}

/** Sums of gradient and curvature by bin, for each of the chosen columns in turn. */
interface Histogram {
  readonly g: Float64Array;
  readonly h: Float64Array;
}

interface Open {
  readonly node: number;
  readonly rows: Int32Array;
  readonly histogram: Histogram;
}

function grow(parts: Growing, settings: BoostSettings): Trees["trees"][number] {
  const tree: Trees["trees"][number] = { feature: [], threshold: [], left: [], right: [], value: [] };
  const add = () => {
    for (const column of [tree.threshold, tree.left, tree.right, tree.value]) column.push(0);
    return tree.feature.push(-1) - 1;
  };
  let level: Open[] = [{ node: add(), rows: parts.sample, histogram: histogramOf(parts, parts.sample) }];
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: Open[] = [];
    for (const { node, rows, histogram } of level) {
      const split = depth < settings.depth ? bestSplit(histogram, parts.columns.length, settings) : null;
      if (split === null) {
        const [g, h] = totals(histogram);
        tree.value[node] = round6((-g / (h + settings.ridge)) * settings.rate);
        continue;
      }
      const column = parts.columns[split.place] ?? 0;
      const bins = parts.binned[column] ?? new Uint8Array();
      tree.feature[node] = column;
      tree.threshold[node] = parts.edges[column]?.[split.bin] ?? 0;
      const left = { node: add(), rows: rows.filter((row) => (bins[row] ?? 0) <= split.bin) };
      const right = { node: add(), rows: rows.filter((row) => (bins[row] ?? 0) > split.bin) };
      tree.left[node] = left.node;
      tree.right[node] = right.node;
      // The larger child's sums are what the smaller one leaves of the parent's.
      const [small, large] = left.rows.length <= right.rows.length ? [left, right] : [right, left];
      const ofSmall = histogramOf(parts, small.rows);
      next.push({ ...small, histogram: ofSmall }, { ...large, histogram: less(histogram, ofSmall) });
    }
    level = next;
  }
  return tree;
}

function histogramOf({ binned, columns, gradient, curvature }: Growing, rows: Int32Array): Histogram {
  const g = new Float64Array(columns.length * BINS);
  const h = new Float64Array(columns.length * BINS);
  for (let place = 0; place < columns.length; place += 1) {
    const bins = binned[columns[place] ?? 0] ?? new Uint8Array();
    const offset = place * BINS;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] as number;
      const bin = offset + (bins[row] as number);
      g[bin] = (g[bin] as number) + (gradient[row] as number);
      h[bin] = (h[bin] as number) + (curvature[row] as number);
    }
  }
  return { g, h };
}

const less = (whole: Histogram, part: Histogram): Histogram => ({
  g: whole.g.map((value, at) => value - (part.g[at] ?? 0)),
  h: whole.h.map((value, at) => value - (part.h[at] ?? 0)),
});

/** Of all rows: every column's bins add up to the same. */
function totals({ g, h }: Histogram): [number, number] {
  let [sumG, sumH] = [0, 0];
  for (let bin = 0; bin < BINS; bin += 1) {
    sumG += g[bin] ?? 0;
    sumH += h[bin] ?? 0;
  }
  return [sumG, sumH];
}

const LEAST_GAIN = 1e-4;

function bestSplit(histogram: Histogram, columns: number, { leastLeaf, ridge }: BoostSettings) {
  const [allG, allH] = totals(histogram);
  if (allH < 2 * leastLeaf) return null;
  const whole = (allG * allG) / (allH + ridge);
  let best: { place: number; bin: number } | null = null;
  let most = LEAST_GAIN;
  for (let place = 0; place < columns; place += 1) {
    let [leftG, leftH] = [0, 0];
    for (let bin = 0; bin < BINS - 1; bin += 1) {
      leftG += histogram.g[place * BINS + bin] ?? 0;
      leftH += histogram.h[place * BINS + bin] ?? 0;
      if (leftH < leastLeaf || allH - leftH < leastLeaf) continue;
      const gain = (leftG * leftG) / (leftH + ridge) + (allG - leftG) ** 2 / (allH - leftH + ridge) - whole;
      if (gain > most) {
        most = gain;
        best = { place, bin };
      }
    }
  }
  return best;
}

/** Quantile bins of each feature: bin b holds what is at most `edges[b]` and above the edge before. */
function binning(values: Float32Array, rows: number, width: number) {
  const binned: Uint8Array[] = [];
  const edges: Float32Array[] = [];
  for (let column = 0; column < width; column += 1) {
    const sorted = Float32Array.from({ length: rows }, (_, row) => values[row * width + column] ?? 0).sort();
    const cuts = new Set<number>();
    for (let bin = 1; bin < BINS; bin += 1) cuts.add(sorted[Math.floor((bin * rows) / BINS)] ?? 0);
    const edge = Float32Array.from([...cuts].sort((one, other) => one - other));
    edges.push(edge);
    const bins = new Uint8Array(rows);
    for (let row = 0; row < rows; row += 1) {
      const value = values[row * width + column] ?? 0;
      let low = 0;
      let high = edge.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= (edge[middle] ?? 0)) high = middle;
        else low = middle + 1;
      }
      bins[row] = low;
    }
    binned.push(bins);
  }
  return { binned, edges };
}

function logOdds(targets: Float32Array, weights: Float32Array): number {
  let yes = 1;
  let all = 2;
  for (const [at, target] of targets.entries()) {
    yes += target * (weights[at] ?? 0);
    all += weights[at] ?? 0;
  }
  return Math.log(yes / (all - yes));
}

/** Six significant digits keep the files small and the walk the same. */
const round6 = (value: number): number => Number(value.toPrecision(6));

/** mulberry32 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
