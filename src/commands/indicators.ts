import { parseArgs } from "node:util";
import { openAskLine } from "#compose/ask/open-ask-line.ts";
import type { Configuration } from "#configuration.ts";
import { ConfigurationError } from "#domain/errors.ts";
import { INDICATOR_KINDS } from "#domain/indicator.ts";
import { type Doubt, doubtfulRows } from "#indicators/doubtful.ts";
import { EVERY_ROW, type IndicatorRecord } from "#protocol/library.ts";

const OPTIONS = {
  region: { type: "string", multiple: true },
  year: { type: "string", multiple: true },
  indicator: { type: "string", multiple: true },
  kind: { type: "string", multiple: true },
  document: { type: "string", multiple: true },
  doubtful: { type: "boolean", default: false },
} as const;

/** Why a row is doubtful, as the report says it. */
const REASONS = {
  confidence: "unsure reading",
  series: "about ten times off",
  conflict: "told otherwise",
  unknown: "kind, period or place not said",
};

/**
 * `npm run indicators -- --region 江北区 --year 2022` prints the rows that fit, tab-separated; with `--doubtful` those
 * of them that a reader should check, each with the reason and the row it is held against.
 */
export async function indicatorsCommand(
  configuration: Configuration,
  argv: readonly string[],
): Promise<void> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  const query = {
    ...EVERY_ROW,
    regions: values.region ?? [],
    years: (values.year ?? []).map(yearOf),
    indicators: values.indicator ?? [],
    kinds: (values.kind ?? []).map(kindOf),
    documents: values.document ?? [],
  };
  const { library, index } = await openAskLine(configuration);
  const rows = library.indicators(query);
  if (values.doubtful) {
    const fitting = new Set(rows.map(({ id }) => id));
    const doubts = doubtfulRows(index.indicators({})).filter(({ row }) => fitting.has(row.id));
    for (const doubt of doubts) process.stdout.write(`${doubtLine(doubt)}\n`);
    index.close();
    return;
  }
  process.stdout.write(
    `${["region", "scope", "year", "period", "kind", "indicator", "value", "printed", "unit", "status", "note", "document"].join("\t")}\n`,
  );
  for (const row of rows) process.stdout.write(`${lineOf(row)}\n`);
  index.close();
}

function yearOf(word: string): number {
  if (/^(?:19|20)\d\d$/.test(word)) return Number(word);
  throw new ConfigurationError({
    where: `--year ${word}`,
    problem: "not a year",
    advice: "Write four digits, such as 2022.",
  });
}

function kindOf(word: string): IndicatorRecord["kind"] {
  const kind = INDICATOR_KINDS.find((each) => each === word);
  if (kind !== undefined) return kind;
  throw new ConfigurationError({
    where: `--kind ${word}`,
    problem: "no such kind",
    advice: `It is one of ${INDICATOR_KINDS.join(", ")}.`,
  });
}

function lineOf({
  region,
  scope,
  year,
  period,
  kind,
  indicator,
  value,
  raw,
  unit,
  status,
  note,
  documentId,
}: IndicatorRecord): string {
  return [
    region ?? "",
    scope,
    year,
    period,
    kind,
    indicator,
    value ?? "",
    raw,
    unit ?? "",
    status ?? "",
    note ?? "",
    documentId,
  ].join("\t");
}

function doubtLine({ reason, row, other }: Doubt): string {
  const { region, year, kind, indicator, raw, confidence, documentId } = row;
  const held =
    other === null
      ? `${row.kind} ${row.period} ${row.scope} confidence ${confidence}`
      : `${other.year} ${other.kind} ${other.raw} ${other.documentId}`;
  return [REASONS[reason], region ?? "", year, kind, indicator, raw, documentId, held].join("\t");
}
