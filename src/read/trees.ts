import { z } from "zod";
import type { Features } from "./features/feature.ts";

/** One regression tree in arrays: node 0 is the root; `feature` −1 marks a leaf, whose `value` it adds. */
const treeSchema = z.strictObject({
  feature: z.array(z.int().min(-1)).min(1),
  /** Up to it, on to `left`; above it, to `right`. */
  threshold: z.array(z.number()),
  left: z.array(z.int().min(0)),
  right: z.array(z.int().min(0)),
  value: z.array(z.number()),
});

/** Gradient-boosted trees over named features; the sum of their leaves is a log-odds. */
export const treesSchema = z
  .strictObject({
    features: z.array(z.string().min(1)).min(1),
    bias: z.number(),
    trees: z.array(treeSchema).min(1),
  })
  .superRefine(({ features, trees }, context) => {
    for (const [at, tree] of trees.entries()) {
      const size = tree.feature.length;
      const columns = [tree.threshold, tree.left, tree.right, tree.value];
      const whole = columns.every((column) => column.length === size);
      // Children behind their parent: every walk ends.
      const walks = tree.feature.every(
        (feature, node) =>
          feature < features.length &&
          (feature === -1 ||
            [tree.left, tree.right].every((to) => (to[node] ?? 0) > node && (to[node] ?? size) < size)),
      );
      if (!whole || !walks) context.addIssue({ code: "custom", message: `tree ${at} is no tree` });
    }
  });

export type Trees = z.infer<typeof treesSchema>;

/** The features in the order the trees know them by; one that is not told is 0. */
export const rowOf = ({ features: names }: Pick<Trees, "features">, features: Features): Float64Array =>
  Float64Array.from(names, (name) => features[name] ?? 0);

/** Log-odds of one row. The same row always gives the same number. */
export function scoreOf({ bias, trees }: Pick<Trees, "bias" | "trees">, row: Float64Array): number {
  return trees.reduce((sum, tree) => sum + leafOf(tree, row), bias);
}

function leafOf(
  { feature, threshold, left, right, value }: Trees["trees"][number],
  row: Float64Array,
): number {
  let node = 0;
  for (let asked = feature[node] ?? -1; asked !== -1; asked = feature[node] ?? -1)
    node = ((row[asked] ?? 0) <= (threshold[node] ?? 0) ? left[node] : right[node]) ?? 0;
  return value[node] ?? 0;
}
