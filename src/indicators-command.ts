import { parseArgs } from "node:util";
import type { IndicatorRecord } from "#protocol/library.ts";
import type { Configuration } from "./configuration.ts";
import { openAskLine } from "./open-ask-line.ts";

const OPTIONS = {
  region: { type: "string", multiple: true },
  year: { type: "string", multiple: true },
  indicator: { type: "string", multiple: true },
  kind: { type: "string", multiple: true },
  document: { type: "string", multiple: true },
} as const;

/** `npm run indicators -- --region 江北区 --year 2022` prints the rows that fit, tab-separated. */
export async function indicatorsCommand(
  configuration: Configuration,
  argv: readonly string[],
): Promise<void> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  const { library, index } = await openAskLine(configuration);
  const rows = library.indicators({
    regions: values.region ?? [],
    years: (values.year ?? []).map(Number),
    indicators: values.indicator ?? [],
    kinds: (values.kind ?? []).flatMap((kind) => (kind === "target" || kind === "actual" ? [kind] : [])),
    documents: values.document ?? [],
    limit: 100_000,
    offset: 0,
  });
  process.stdout.write(
    `${["region", "year", "kind", "indicator", "printed", "unit", "status", "note", "document"].join("\t")}\n`,
  );
  for (const row of rows) process.stdout.write(`${lineOf(row)}\n`);
  index.close();
}

function lineOf({
  region,
  year,
  kind,
  indicator,
  raw,
  unit,
  status,
  note,
  documentId,
}: IndicatorRecord): string {
  return [region ?? "", year, kind, indicator, raw, unit ?? "", status ?? "", note ?? "", documentId].join(
    "\t",
  );
}
