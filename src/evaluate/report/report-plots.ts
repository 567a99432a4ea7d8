import type { Estimate } from "#evaluate/score/estimate.ts";
import type { RetrievalScores } from "#evaluate/score/retrieval.ts";
import { type Markup, markup } from "./markup.ts";

const COLOURS: Readonly<Record<string, string>> = { lexical: "#8a5a00", dense: "#2f5d9e", hybrid: "#0b6e4f" };

/** Horizontal bars from 0 to 100 % with their intervals; groups without a value have no bar. */
export function barPlot(title: string, bars: readonly (readonly [string, Estimate])[]): Markup {
  const [left, width, step] = [170, 420, 22];
  const x = (value: number) => left + value * width;
  const rows = bars.map(([name, { value, low, high, n }], index) => {
    const y = index * step + 8;
    return markup`<text x="${left - 8}" y="${y + 11}" text-anchor="end">${name} (${n})</text>
<rect x="${left}" y="${y}" width="${(value ?? 0) * width}" height="14" fill="#0b6e4f"/>
<line x1="${x(low ?? 0)}" x2="${x(high ?? 0)}" y1="${y + 7}" y2="${y + 7}" stroke="#111" stroke-width="2"/>
<text x="${left + width + 8}" y="${y + 11}">${value === null ? "–" : `${(value * 100).toFixed(1)}%`}</text>`;
  });
  return figure(title, left + width + 60, bars.length * step + 16, rows);
}

/** Recall against the number of passages, a line for each mode that was recorded. */
export function recallPlot(retrieval: RetrievalScores): Markup {
  const modes = Object.entries(retrieval);
  const [left, width, height] = [50, 420, 200];
  const y = (value: number) => 10 + (1 - value) * height;
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (
      value,
    ) => markup`<line x1="${left}" x2="${left + width}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/>
<text x="${left - 6}" y="${y(value) + 4}" text-anchor="end">${value * 100}%</text>`,
  );
  const lines = modes.map(([mode, { recall }], index) => {
    const points = Object.values(recall).map(({ value }, at, all): [number, number] => [
      left + (all.length < 2 ? 0 : (at / (all.length - 1)) * width),
      y(value ?? 0),
    ]);
    const colour = COLOURS[mode] ?? "#333";
    return markup`<polyline points="${points.map((point) => point.join(",")).join(" ")}" fill="none" stroke="${colour}" stroke-width="2"/>
${points.map(([cx, cy]) => markup`<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`)}
<text x="${left + width + 12}" y="${24 + index * 18}" fill="${colour}">${mode}</text>`;
  });
  const cutoffs = Object.keys(modes[0]?.[1].recall ?? {});
  const labels = cutoffs.map((k, at) => {
    const x = left + (at / Math.max(1, cutoffs.length - 1)) * width;
    return markup`<text x="${x}" y="${height + 28}" text-anchor="middle">@${k}</text>`;
  });
  return figure("Recall of evidence by passages read", left + width + 90, height + 36, [
    ...grid,
    ...lines,
    ...labels,
  ]);
}

/** How many answers took how long, in bins of a doubling each. */
export function latencyPlot(milliseconds: readonly number[]): Markup {
  const edges = Array.from({ length: 15 }, (_, index) => 2 ** index);
  const binOf = (value: number) =>
    Math.max(
      0,
      edges.findLastIndex((edge) => value >= edge),
    );
  const counts = edges.map((_, bin) => milliseconds.filter((value) => binOf(value) === bin).length);
  const highest = Math.max(1, ...counts);
  const bars = counts.map((count, bin) => {
    const height = (count / highest) * 120;
    const x = 20 + bin * 36;
    return markup`<rect x="${x}" y="${134 - height}" width="32" height="${height}" fill="#2f5d9e"/>
<text x="${x + 16}" y="148" text-anchor="middle">${edges[bin] ?? ""}</text>
${count > 0 && markup`<text x="${x + 16}" y="${130 - height}" text-anchor="middle">${count}</text>`}`;
  });
  return figure("Answers by milliseconds (from, doubling)", 580, 156, bars);
}

function figure(title: string, width: number, height: number, parts: readonly Markup[]): Markup {
  return markup`<figure><figcaption>${title}</figcaption>
<svg role="img" aria-label="${title}" viewBox="0 -4 ${width} ${height + 4}" width="${width}" font-size="12">${parts}</svg></figure>`;
}
