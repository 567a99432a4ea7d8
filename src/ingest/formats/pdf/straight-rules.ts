import { type Matrix, place, type Rule } from "./page-marks.ts";

/** A filled box no thicker than this many points is a drawn line; a thicker one is a shade. */
const thin = 2.6;
/** A stroke counts as straight along an axis when its ends differ less than this. */
const straight = 1;
/** Shorter marks are dots of a dotted rule or parts of a letter. */
const shortest = 1.5;

interface Path {
  readonly steps: readonly number[];
  readonly matrix: Matrix;
  readonly stroked: boolean;
  readonly filled: boolean;
  /** Width of the pen in points of the page. */
  readonly pen: number;
}

/** The straight rules that a path draws: strokes along an axis, and filled boxes thin enough to be a line. */
export function straightRules({ steps, matrix, stroked, filled, pen }: Path): Rule[] {
  const rules: Rule[] = [];
  for (const points of subpaths(steps)) {
    const placed = points.map(([x, y]) => place(matrix, x, y));
    const box = boxOf(placed);
    const wide = box.x1 - box.x0;
    const high = box.y1 - box.y0;
    if (filled && placed.length >= 4 && Math.min(wide, high) <= thin) {
      const rule = along(box, wide, high);
      if (rule !== undefined) rules.push(rule);
      continue;
    }
    if (!stroked) continue;
    if (placed.length === 2 && wide <= thin * 2 && pen > 6 * wide && pen > thin * 2) {
      // A very short stroke of a very wide pen is a line drawn crosswise.
      const middle = (box.y0 + box.y1) / 2;
      rules.push({ lies: false, at: (box.x0 + box.x1) / 2, from: middle - pen / 2, to: middle + pen / 2 });
      continue;
    }
    rules.push(...strokes(placed));
  }
  return rules;
}

type Point = readonly [x: number, y: number];

function along(box: ReturnType<typeof boxOf>, wide: number, high: number): Rule | undefined {
  if (Math.max(wide, high) < shortest) return undefined;
  return wide >= high
    ? { lies: true, at: (box.y0 + box.y1) / 2, from: box.x0, to: box.x1 }
    : { lies: false, at: (box.x0 + box.x1) / 2, from: box.y0, to: box.y1 };
}

function strokes(points: readonly Point[]): Rule[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    if (from === undefined) return [];
    const box = boxOf([from, to]);
    const wide = box.x1 - box.x0;
    const high = box.y1 - box.y0;
    if (Math.min(wide, high) > straight) return [];
    const rule = along(box, wide, high);
    return rule === undefined ? [] : [rule];
  });
}

function boxOf(points: readonly Point[]) {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/** Points of each subpath; a curve makes the subpath no rule, so it is left out. */
function subpaths(steps: readonly number[]): Point[][] {
  const found: Point[][] = [];
  let points: Point[] = [];
  let curved = false;
  const close = () => {
    if (points.length > 1 && !curved) found.push(points);
    points = [];
    curved = false;
  };
  for (let at = 0; at < steps.length; ) {
    const step = steps[at];
    const point: Point = [steps[at + 1] ?? 0, steps[at + 2] ?? 0];
    if (step === 0) {
      close();
      points.push(point);
      at += 3;
    } else if (step === 1) {
      points.push(point);
      at += 3;
    } else if (step === 2 || step === 3) {
      curved = true;
      at += step === 2 ? 7 : 5;
    } else {
      const first = points[0];
      if (first !== undefined) points.push(first);
      at += 1;
    }
  }
  close();
  return found;
}
