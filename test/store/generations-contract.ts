import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { IndexUnusableError } from "#domain/errors.ts";
import { exampleContent, exampleVector } from "#store/example-content.ts";
import type { Generations } from "#store/generations.ts";
import type { IndexReader } from "#store/index-reader.ts";

const content = exampleContent();
const [first, second] = content.documents;
/** The same reports without the second one. */
const shorter = exampleContent({
  documents: content.documents.slice(0, 1),
  chunks: content.chunks.slice(0, 4),
  vectors: content.vectors.slice(0, 4),
  indicators: content.indicators.slice(0, 3),
  corpusDigest: "corpus-2",
});

/** Storage that nothing was published to; called again, another machine's view of the same storage. */
export type Place = () => Generations;

/** What every kind of storage promises to whoever publishes, follows and reads. */
export function promisesOfGenerations(name: string, place: () => Promise<Place>): void {
  describe(`generations ${name}`, () => {
    let builder: Generations;
    let node: Generations;
    beforeAll(async () => {
      const at = await place();
      builder = at();
      node = at();
    });
    afterAll(async () => {
      await Promise.all([builder.close(), node.close()]);
    });

    test("say when nothing was published", async () => {
      expect(await node.current()).toBeNull();
      await expect(node.open()).rejects.toThrow(IndexUnusableError);
    });

    test("are followed from another machine", async () => {
      await builder.publish(content);
      expect(await node.current()).not.toBeNull();
      expect(await node.current()).toBe(await node.current());
      const index = await node.open();
      expect(index.corpusDigest).toBe("corpus-1");
      index.close();
    });

    test("switch at once; what is open stays as it is", async () => {
      const before = await node.current();
      const open = await node.open();
      await builder.publish(shorter);
      expect(await node.current()).not.toBe(before);
      expect(open.metadata().map(({ id }) => id)).toEqual([first?.id, second?.id]);
      expect(open.chunkAt(7)).toEqual(content.chunks[7]);
      open.close();
      const next = await node.open();
      expect(next.metadata().map(({ id }) => id)).toEqual([first?.id]);
      expect(next.chunks()).toEqual(shorter.chunks);
      next.close();
    });

    test("stay as they are when what is published does not fit together", async () => {
      const before = await node.current();
      await expect(builder.publish({ ...content, vectors: [] })).rejects.toThrow(RangeError);
      await expect(builder.publish({ ...content, documents: content.documents.slice(1) })).rejects.toThrow(
        RangeError,
      );
      expect(await node.current()).toBe(before);
    });

    test("go back to what was before", async () => {
      await builder.publish(content);
      const index = await node.open();
      expect(index.documents()).toEqual(content.documents);
      expect(index.indicators({})).toEqual(content.indicators);
      index.close();
    });

    promisesOfReading(async () => node.open());
  });
}

/** What an opened index promises to whoever answers. */
function promisesOfReading(open: () => Promise<IndexReader>): void {
  describe("an index of them", () => {
    let index: IndexReader;
    beforeAll(async () => {
      index = await open();
    });
    afterAll(() => index.close());

    test("says what it was built from", () => {
      expect(index.embedder).toEqual(content.embedder);
      expect(index.corpusDigest).toBe("corpus-1");
    });

    test("gives documents whole, in order and by id", () => {
      expect(index.documents()).toEqual(content.documents);
      expect(index.document("dadukou-2022")).toEqual(content.documents[1]);
      expect(index.document("nowhere")).toBeNull();
      expect(index.metadata().map(({ id, region }) => [id, region])).toEqual([
        ["jiangbei-2022", "江北区"],
        ["dadukou-2022", "大渡口区"],
      ]);
    });

    test("tells how much of each document there is without its text", () => {
      const rows = content.indicators.filter((row) => row.documentId === "jiangbei-2022");
      expect(index.extents().get("jiangbei-2022")).toEqual({
        chars: first?.text.length,
        sections: first?.sections.length,
        indicators: rows.length,
        original: first?.original,
      });
    });

    test("puts rows in order by their columns and gives them by position", () => {
      const positions = [...index.columns().positions({ regions: ["江北区"] }, "value", "desc")];
      const rows = index.indicatorsAt(positions);
      expect(rows).toEqual(positions.map((position) => content.indicators[position]));
      expect(rows.every((row) => row.region === "江北区")).toBe(true);
      const values = rows.flatMap(({ value }) => (value === null ? [] : [Number(value)]));
      expect(values).toEqual([...values].sort((a, b) => b - a));
    });

    test("gives chunks in order, by id and by position, and knows their documents", () => {
      expect(index.chunks()).toEqual(content.chunks);
      expect(index.chunk("dadukou-2022-1")).toEqual(content.chunks[5]);
      expect(index.chunk("nowhere")).toBeNull();
      expect(index.chunkAt(5)).toEqual(content.chunks[5]);
      expect(() => index.chunkAt(8)).toThrow(RangeError);
      expect([...index.owners()]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    });

    test("finds chunks by words and by vector", () => {
      const words = index.lexical.search(["326天", "天"], { limit: 9 });
      expect(words.map((hit) => hit.position)).toEqual([2, 6]);
      for (const position of content.chunks.keys()) {
        const [nearest] = index.vectors.search(exampleVector(position), 3);
        expect(nearest?.position).toBe(position);
        expect(nearest?.score).toBeCloseTo(1, 5);
      }
    });

    test("finds indicator rows by any part, every list an OR", () => {
      expect(index.indicators({})).toEqual(content.indicators);
      expect(index.indicators({ regions: ["江北区"], kinds: ["target"] }).map((row) => row.year)).toEqual([
        2022, 2023,
      ]);
      expect(index.indicators({ years: [2023, 2024] }).map((row) => row.documentId)).toEqual([
        "jiangbei-2022",
        "dadukou-2022",
      ]);
      expect(
        index.indicators({ indicators: ["地区生产总值增速"], documents: ["dadukou-2022"], years: [2022] }),
      ).toEqual(content.indicators.slice(3, 5));
      expect(index.indicators({ regions: [] })).toEqual([]);
      expect(index.indicators({ limit: 2, offset: 1 })).toEqual(content.indicators.slice(1, 3));
      expect(index.countIndicators({ kinds: ["actual"], limit: 1 })).toBe(2);
      expect(index.indicator("dadukou-2022-2022-actual")).toEqual(content.indicators[4]);
      expect(index.indicator("nowhere")).toBeNull();
    });

    test("lists which combinations exist", () => {
      expect(index.distinctIndicators()).toHaveLength(6);
      expect(index.distinctIndicators({ regions: ["江北区"], years: [2022] })).toEqual([
        { indicator: "地区生产总值增速", region: "江北区", year: 2022, kind: "actual", rows: 1 },
        { indicator: "地区生产总值增速", region: "江北区", year: 2022, kind: "target", rows: 1 },
      ]);
    });
  });
}
