import type { DocumentDetail, IndicatorPageQuery, IndicatorRecord, Library } from "#protocol/library.ts";

const MOST = 6;
/** Reports that are looked at for one of each kind. */
const REPORTS = 12;
/** A term that long is a sentence. */
const TERM = 12;

/**
 * Questions the reports can answer, one of each kind: a figure, its target, a comparison of regions, a course of years, what
 * was missed, and a term that a report explains. Each is made from what is printed, so each has an answer.
 */
export function exampleQuestions(library: Library, documents: readonly { readonly id: string }[]): string[] {
  const ids = documents.slice(0, REPORTS).map(({ id }) => id);
  const rows = (kinds: readonly IndicatorRecord["kind"][]) => ids.flatMap((id) => rowsOf(library, id, kinds));
  const actuals = rows(["actual"]).filter(isPlain);
  const targets = rows(["target"]).filter(isPlain);
  const questions = [
    first(actuals, ({ region, year, indicator }) => `${region}${year}年${indicator}是多少？`),
    comparison(library, actuals),
    course(actuals),
    missed(actuals, targets),
    first(
      aims(actuals, targets),
      ({ region, year, indicator }) => `${region}${year}年${indicator}的目标是多少？`,
    ),
    term(ids.flatMap((id) => library.document(id) ?? [])),
  ];
  return [...new Set(questions.filter((each) => each !== null))].slice(0, MOST);
}

type Plain = IndicatorRecord & { readonly region: string };

/** A whole year's figure of the report's own region, printed in a table. */
function isPlain(row: IndicatorRecord): row is Plain {
  return (
    row.region !== null &&
    row.scope === "own" &&
    row.period === "year" &&
    row.value !== null &&
    row.source === "table"
  );
}

function rowsOf(library: Library, document: string, kinds: readonly IndicatorRecord["kind"][]) {
  const filters = { regions: [], years: [], indicators: [], documents: [document] };
  return library.indicators({ ...filters, kinds, limit: 60, offset: 0 });
}

function first(rows: readonly Plain[], ask: (row: Plain) => string): string | null {
  const [row] = rows;
  return row === undefined ? null : ask(row);
}

/** Aims of a later year for what is printed as a result too: well-known figures before lists of projects. */
function aims(actuals: readonly Plain[], targets: readonly Plain[]): Plain[] {
  const later = (target: Plain) =>
    actuals.some(
      ({ region, indicator, year }) =>
        region === target.region && indicator === target.indicator && year < target.year,
    );
  return targets.filter(later).reverse();
}

/** Two regions that print the same figure of the same year. */
function comparison(library: Library, rows: readonly Plain[]): string | null {
  for (const { region, year, indicator, unit } of rows.slice(0, 20)) {
    const query: IndicatorPageQuery = {
      ...{ regions: [], years: [year], indicators: [indicator], kinds: ["actual"], documents: [] },
      ...{ sort: "region", order: "asc", limit: 50, offset: 0 },
    };
    const other = library
      .indicatorPage(query)
      .rows.filter(isPlain)
      .find((row) => row.region !== region && row.unit === unit);
    if (other !== undefined) return `${region}和${other.region}${year}年${indicator}哪个高？`;
  }
  return null;
}

/** A figure that is printed of two years or more. */
function course(rows: readonly Plain[]): string | null {
  for (const { region, indicator, year } of rows) {
    const years = rows
      .filter((row) => row.region === region && row.indicator === indicator)
      .map((row) => row.year);
    const from = Math.min(...years);
    if (from < year) return `${region}${from}年到${year}年${indicator}有什么变化？`;
  }
  return null;
}

/** A region and year with aims and results of the same figures. */
function missed(actuals: readonly Plain[], targets: readonly Plain[]): string | null {
  const pair = actuals.find((actual) =>
    targets.some(
      ({ region, year, indicator }) =>
        region === actual.region && year === actual.year && indicator === actual.indicator,
    ),
  );
  return pair === undefined ? null : `${pair.region}${pair.year}年有哪些目标没有完成？`;
}

/** A term that a glossary explains. */
function term(documents: readonly DocumentDetail[]): string | null {
  const titles = documents.flatMap(({ sectionTree }) =>
    sectionTree.flatMap(({ kind, title }) =>
      kind === "definition" ? [title.replace(/^[\d.、\s]+|[：:。\s]+$/g, "")] : [],
    ),
  );
  const named = titles.find((title) => title !== "" && title.length <= TERM);
  return named === undefined ? null : `什么是${named}？`;
}
