import type { DraftCell, DraftRow } from "#ingest/formats/draft-row.ts";
import type { XmlElement } from "#ingest/formats/package/parse-xml.ts";
import { childNamed, descendantsNamed, textOf } from "#ingest/formats/package/xml-query.ts";

const MOST_POINTS = 2_000;

/** The figures that a chart was drawn from, as its file keeps them, as a table: a row for each category, a column a series. */
export function chartRows(chart: XmlElement): DraftRow[] {
  const series = descendantsNamed(chart, "c:ser").map((each) => ({
    name: pointsOf(childNamed(each, "c:tx")).get(0) ?? "",
    categories: pointsOf(childNamed(each, "c:cat")),
    values: pointsOf(childNamed(each, "c:val")),
  }));
  const categories = series[0]?.categories ?? new Map<number, string>();
  const places = [...categories.keys()].sort((one, other) => one - other);
  if (series.length === 0 || places.length === 0) return [];
  return [
    rowOf(["", ...series.map(({ name }) => name)], true),
    ...places.map((place) =>
      rowOf([categories.get(place) ?? "", ...series.map(({ values }) => values.get(place) ?? "")], false),
    ),
  ];
}

/** The points of a chart's cached data by their index. */
function pointsOf(element: XmlElement | undefined): Map<number, string> {
  if (element === undefined) return new Map();
  const [common] = descendantsNamed(element, "c:formatCode");
  const points = descendantsNamed(element, "c:pt").slice(0, MOST_POINTS);
  return new Map(
    points.map((point) => {
      const format = point.attributes["formatCode"] ?? textOf(common);
      return [Number(point.attributes["idx"] ?? 0), shown(textOf(childNamed(point, "c:v")), format)];
    }),
  );
}

/** A stored number as its format shows it (5.2999999999999998 as 0.0 is 5.3); without a fixed format its shortest form. */
function shown(value: string, format: string): string {
  const number = Number(value);
  if (value.trim() === "" || Number.isNaN(number)) return value;
  const fixed = /^0(?:\.(0+))?(?:_\s*)?(%)?$/u.exec(format);
  if (fixed === null) return String(Number(number.toPrecision(12)));
  return `${(fixed[2] === undefined ? number : number * 100).toFixed(fixed[1]?.length ?? 0)}${fixed[2] ?? ""}`;
}

function rowOf(texts: readonly string[], header: boolean): DraftRow {
  const cells = texts.map((text): DraftCell => ({ text, rowSpan: 1, colSpan: 1, indent: 0 }));
  return { cells, page: null, header };
}
