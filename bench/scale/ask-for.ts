import type { IndexReader } from "#store/index-reader.ts";
import { seeded } from "../timing.ts";

/** Questions that an index can answer: as many of its rows as of its sections, drawn at random. */
export interface Sample {
  readonly rows: readonly { readonly region: string; readonly year: number; readonly indicator: string }[];
  readonly questions: readonly string[];
}

export function sampleOf(index: IndexReader, count: number): Sample {
  const random = seeded(1);
  const rows = index
    .distinctIndicators()
    .flatMap(({ region, year, indicator }) => (region === null ? [] : [{ region, year, indicator }]));
  const regions = new Map(index.metadata().map(({ id, region, reviewYear }) => [id, { region, reviewYear }]));
  const chunks = index.chunks();
  const drawn = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
  const asked = Array.from({ length: count }, () => drawn(rows)).flatMap((row) => row ?? []);
  const figures = asked.map(({ region, year, indicator }) => `${region}${year}年${indicator}是多少？`);
  const passages = Array.from({ length: count }, () => drawn(chunks)).flatMap((chunk) => {
    const of = regions.get(chunk?.documentId ?? "");
    const topic = chunk?.section.at(-1)?.replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.]\s*/, "") ?? "";
    return topic === "" ? [] : [`${of?.region ?? ""}${of?.reviewYear ?? ""}年${topic}做了什么？`];
  });
  return { rows: asked, questions: figures.flatMap((figure, at) => [figure, passages[at] ?? figure]) };
}
