import { COMPONENTS, diagnose } from "#evaluate/diagnose.ts";
import { type Scores, score } from "#evaluate/score/score.ts";
import { OUTCOMES } from "#evaluate/score/statuses.ts";
import { type Item, itemsOf } from "#evaluate/sets/item.ts";
import { failedQuestion } from "#evaluate/sets/report-questions.ts";
import { componentLines, percent, retrievalTable, withInterval } from "./component-lines.ts";
import { Markup, markup } from "./markup.ts";
import { barPlot, latencyPlot, recallPlot } from "./report-plots.ts";
import type { Run } from "./run-record.ts";

const STYLE =
  new Markup(`body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#111}
table{border-collapse:collapse;margin:.5rem 0}td,th{border:1px solid #ccc;padding:.2rem .5rem;text-align:left;vertical-align:top}
details{border:1px solid #ccc;border-radius:4px;margin:.4rem 0;padding:.4rem .6rem}summary{cursor:pointer}
.pair{display:flex;flex-wrap:wrap;gap:1rem}.pair section{flex:1 1 20rem}.answer{white-space:pre-wrap;background:#f4f4f4;padding:.5rem}
.why,.bad{color:#a30000}.evidence td{background:#e3f4ea}figure{margin:1rem 0}figcaption{font-weight:600}svg{max-width:100%;height:auto}
pre{background:#f4f4f4;padding:.5rem;overflow:auto}`);

/** One self-contained page on a run: no script, no outside request. */
export function reportPage(run: Run): string {
  const scores = score(run);
  const failed = itemsOf(run).filter((item) => diagnose(item) !== null);
  const page = markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Evaluation: ${scores.set}</title><style>${STYLE}</style></head><body>
<h1>${scores.set}: right and cited ${percent(scores.overall.rightAndCited.value)}</h1>
<p>${scores.asked} questions asked ${run.manifest.started}${scores.unasked > 0 && `, ${scores.unasked} not asked yet`}.
Points ${withInterval(scores.overall.points)}. Intervals are 95 % bootstrap.</p>
<h2>By category</h2>${categoryTable(scores)}
${barPlot(
  "Points by category",
  Object.entries(scores.categories).map(([name, { points }]) => [name, points]),
)}
<h2>By component</h2>${faultTable(scores)}${componentTable(scores)}
${retrievalSection(scores)}
${latencyPlot(scores.components.latency.milliseconds)}
<h2>Statuses</h2>${confusionTable(scores)}
<h2>Questions that went wrong (${failed.length})</h2>${failed.map((item: Item) => failedQuestion(item))}
<h2>Made with</h2><pre>${JSON.stringify(run.manifest.environment, null, 2)}</pre></body></html>
`;
  return page.text;
}

function categoryTable({ categories, overall }: Scores): Markup {
  const rows = [...Object.entries(categories), ["all", overall] as const].map(
    ([
      name,
      { points, right, rightAndCited },
    ]) => markup`<tr><td>${name}</td><td>${points.n}</td><td>${withInterval(points)}</td>
<td>${percent(right.value)}</td><td>${percent(rightAndCited.value)}</td></tr>`,
  );
  return markup`<table><tr><th>category</th><th>n</th><th>points</th><th>right</th><th>right and cited</th></tr>${rows}</table>`;
}

function componentTable({ components }: Scores): Markup {
  const rows = componentLines(components).map(
    ({ component, metric, value, n }) =>
      markup`<tr><td>${component}</td><td>${metric}</td><td>${value}</td><td>${n}</td></tr>`,
  );
  return markup`<table><tr><th>component</th><th>metric</th><th>value</th><th>n</th></tr>${rows}</table>`;
}

function retrievalSection({ components }: Scores): Markup | null {
  const [header, ...rows] = retrievalTable(components);
  if (header === undefined) return null;
  return markup`<table><tr>${header.map((cell) => markup`<th>${cell}</th>`)}</tr>
${rows.map((cells) => markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</table>
${recallPlot(components.retrieval)}`;
}

function faultTable({ faults }: Scores): Markup {
  const rows = COMPONENTS.filter((component) => faults[component].length > 0).map(
    (component) => markup`<tr><td>${component}</td><td>${faults[component].length}</td>
<td>${faults[component].map((id) => markup`<a href="#${id}">${id}</a> `)}</td></tr>`,
  );
  return markup`<table><tr><th>went wrong first in</th><th>n</th><th>questions</th></tr>${rows}</table>`;
}

function confusionTable({ components }: Scores): Markup {
  const rows = Object.entries(components.status.confusion).map(
    ([expectation, row]) =>
      markup`<tr><th>${expectation}</th>${OUTCOMES.map((outcome) => markup`<td>${row[outcome]}</td>`)}</tr>`,
  );
  return markup`<table><tr><th>expected \\ got</th>${OUTCOMES.map((one) => markup`<th>${one}</th>`)}</tr>${rows}</table>`;
}
