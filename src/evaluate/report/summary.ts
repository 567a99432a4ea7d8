import { calibrationLine, readingTable } from "#evaluate/score/reading.ts";
import type { Result, Scores } from "#evaluate/score/score.ts";
import { componentLines, percent, retrievalTable, withInterval } from "./component-lines.ts";

/** The mode, five recalls, MRR, and nDCG with its interval. */
const RETRIEVAL_WIDTHS = [11, 11, 11, 11, 11, 11, 9, 24];

/** The scores as lines for a terminal; `ids` names the questions that went wrong. */
export function summarize(scores: Scores, ids = true): string {
  const unasked = scores.unasked === 0 ? "" : `, ${scores.unasked} not asked yet`;
  return [
    `${scores.set}: ${scores.asked} questions${unasked}`,
    "",
    `${"category".padEnd(24)}${"n".padStart(5)}  ${"points".padEnd(24)}${"right".padEnd(8)}right and cited`,
    ...Object.entries(scores.categories).map(([name, result]) => resultLine(name, result)),
    resultLine("all", scores.overall),
    "",
    ...componentLines(scores.components).map(
      ({ component, metric, value, n }) =>
        `${component.padEnd(20)}${metric.padEnd(30)}${value.padEnd(32)}${n === "" ? "" : `n ${n}`}`,
    ),
    ...retrievalTable(scores.components).map((cells) =>
      cells
        .map((cell, at) => cell.padEnd(RETRIEVAL_WIDTHS[at] ?? 11))
        .join("")
        .trimEnd(),
    ),
    ...readerLines(scores.reading),
    ...lostLines(scores.lost),
    "",
    "went wrong first in:",
    ...faultLines(scores.faults, ids),
  ].join("\n");
}

function readerLines(reading: Scores["reading"]): string[] {
  const all = reading?.["all"];
  if (reading === null || all === undefined) return [];
  const rows = readingTable(reading).map((cells) =>
    cells
      .map((cell, at) => cell.padEnd(at === 0 ? 16 : at < 7 ? 12 : 18))
      .join("")
      .trimEnd(),
  );
  return ["", ...rows, calibrationLine(all)];
}

function lostLines(lost: Scores["lost"]): string[] {
  if (lost === null) return [];
  return [
    "",
    "lost at:",
    ...Object.entries(lost).map(([stage, n]) => `  ${stage.padEnd(24)}${String(n).padStart(4)}`),
  ];
}

function resultLine(name: string, { points, right, rightAndCited }: Result): string {
  const cells = [
    withInterval(points).padEnd(24),
    percent(right.value).padEnd(8),
    percent(rightAndCited.value),
  ];
  return `${name.padEnd(24)}${String(points.n).padStart(5)}  ${cells.join("")}`;
}

function faultLines(faults: Scores["faults"], named: boolean): string[] {
  const found = Object.entries(faults).filter(([, ids]) => ids.length > 0);
  if (found.length === 0) return ["  nothing"];
  return found.map(
    ([component, ids]) =>
      `  ${component.padEnd(16)}${String(ids.length).padStart(4)}  ${named ? ids.join(" ") : ""}`,
  );
}
