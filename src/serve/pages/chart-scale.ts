/** Maps values onto a stretch of the drawing: hundredths of the width, or pixels. */
export function scale(
  values: readonly number[],
  [from, to]: readonly [number, number],
): (value: number) => number {
  const low = Math.min(...values);
  const range = Math.max(...values) - low || 1;
  return (value) => Math.round((from + ((value - low) / range) * (to - from)) * 10) / 10;
}

/** Pixels that a letter takes at most, and the narrowest that a chart is drawn. */
const [LETTER, NARROWEST] = [11, 240];

/** Hundredths of the width that the longest of the printed figures beside a bar may take: 5.5左右 a third. */
export function roomFor(printed: readonly string[]): number {
  const longest = Math.max(0, ...printed.map((raw) => raw.length));
  return Math.min(50, Math.ceil(((longest * LETTER + 10) / NARROWEST) * 100));
}
