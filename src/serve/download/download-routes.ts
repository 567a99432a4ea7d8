import { type Context, Hono } from "hono";
import { KIND_WORDS } from "#domain/indicator.ts";
import { periodWords } from "#domain/period.ts";
import type { IndicatorRecord, Library } from "#protocol/library.ts";
import { dataPageParametersSchema, parametersOf } from "#protocol/query-string.ts";
import { pageQueryOf } from "#serve/pages/indicators-page.ts";
import { revisionWords } from "#serve/pages/revision-words.ts";
import { parse } from "#serve/parse.ts";
import { printedValue } from "#text/quantity/printed-value.ts";
import { type CsvCell, csvPieces } from "./csv.ts";
import { xlsxOf } from "./xlsx.ts";

type Column = readonly [
  name: string,
  cell: (row: IndicatorRecord, titles: ReadonlyMap<string, string>) => CsvCell,
];

/** What a reader of the file sees of each row: the figure as a number and as printed, and where it stands. */
const COLUMNS: readonly Column[] = [
  ["地区", (row) => row.region],
  ["范围", (row) => (row.scope === "own" ? "本地区" : row.scope === "unknown" ? "不明" : row.scope)],
  ["年份", (row) => row.year],
  ["时段", (row) => periodWords(row.period) || "全年"],
  ["指标", (row) => row.indicator],
  ["报告中的名称", (row) => row.name],
  ["类型", (row) => KIND_WORDS[row.kind]],
  ["数值", (row) => row.value],
  ["单位", (row) => row.unit],
  ["限定", (row) => row.qualifier],
  ["原文所印", (row) => printedValue({ ...row, value: row.value === null ? null : String(row.value) })],
  ["属性", (row) => row.attribute],
  ["完成情况", (row) => row.status],
  ["备注", (row) => row.note],
  ["编辑订正", (row) => revisionWords(row)],
  ["报告", (row, titles) => titles.get(row.documentId) ?? row.documentId],
  ["出处", (row) => `${row.documentId} ${row.start}-${row.end}`],
];

/** `/indicators.csv` and `/indicators.xlsx`: every row of a selection, however many, written as it is taken. */
export function downloadRoutes(library: Library): Hono {
  const app = new Hono();
  const names = COLUMNS.map(([name]) => name);
  app.get("/indicators.csv", (c) => {
    const encoder = new TextEncoder();
    const pieces = csvPieces(names, batchesOf(c, library));
    const body = streamOf(pieces, (piece) => encoder.encode(piece));
    return new Response(body, { headers: fileHeaders("csv", "text/csv; charset=utf-8") });
  });
  app.get("/indicators.xlsx", (c) => {
    const body = streamOf(xlsxOf("指标数据", names, batchesOf(c, library)), (piece) => piece);
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return new Response(body, { headers: fileHeaders("xlsx", type) });
  });
  return app;
}

/** Parses at once, so that a bad query is told before any byte is sent; reads as the file is taken. */
function batchesOf(c: Context, library: Library): Iterable<CsvCell[][]> {
  const query = pageQueryOf(parse(dataPageParametersSchema, parametersOf(new URL(c.req.url))));
  const titles = new Map(library.documents().map(({ id, title }) => [id, title]));
  return (function* batches() {
    for (const rows of library.indicatorBatches(query)) {
      yield rows.map((row) => COLUMNS.map(([, cell]) => cell(row, titles)));
    }
  })();
}

function fileHeaders(ending: string, type: string): Record<string, string> {
  return {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="indicators.${ending}"; filename*=UTF-8''${encodeURIComponent(`指标数据.${ending}`)}`,
    "Cache-Control": "no-cache",
  };
}

function streamOf<T>(
  pieces: Generator<T>,
  encode: (piece: T) => Uint8Array<ArrayBuffer>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream(
    {
      pull(stream) {
        const next = pieces.next();
        if (next.done === true) stream.close();
        else stream.enqueue(encode(next.value));
      },
      cancel() {
        pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
