import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChatFilters } from "#protocol/chat.ts";
import { EVERY_ROW, type IndicatorQuery } from "#protocol/library.ts";
import { type OpenedCorpus, openCorpus, responseOf } from "./answers/open-corpus.ts";

let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 60_000);
afterAll(() => corpus.close());

const rows = (query: Partial<IndicatorQuery>) => corpus.library.indicators({ ...EVERY_ROW, ...query });

describe("a row of the indicator table", () => {
  it("is found by its canonical name", () => {
    const unfound = rows({}).filter(
      ({ id, indicator }) => !rows({ indicators: [indicator] }).some((row) => row.id === id),
    );
    expect(unfound.map(({ indicator }) => indicator)).toEqual([]);
  });

  it("is found by its name as printed, unless that is the canonical name of another", () => {
    const canonical = new Set(rows({}).map(({ indicator }) => indicator));
    const unfound = rows({})
      .filter(({ name }) => !canonical.has(name))
      .filter(({ id, name }) => !rows({ indicators: [name] }).some((row) => row.id === id));
    expect(unfound.map(({ name, indicator }) => [name, indicator])).toEqual([]);
    expect(new Set(rows({ indicators: ["地区生产总值"] }).map(({ indicator }) => indicator))).toEqual(
      new Set(["地区生产总值"]),
    );
  });

  it("is found by its region in short or with the city before it, not by a region of the same name elsewhere", () => {
    const held = rows({ regions: ["江北区"] });
    expect(held.length).toBeGreaterThan(0);
    expect(rows({ regions: ["江北"] })).toEqual(held);
    expect(rows({ regions: ["重庆市江北区"] })).toEqual(held);
    expect(rows({ regions: ["宁波市江北区"] })).toEqual([]);
  });
});

describe("filters of a question", () => {
  const asked = async (filters?: ChatFilters) =>
    responseOf(await corpus.events(["2022年GDP增速是多少？"], filters));

  it("may name a region in short", async () => {
    const { answer } = await asked({ regions: ["江北区"] });
    expect(answer).toContain("3.7%");
    expect((await asked({ regions: ["江北"] })).answer).toBe(answer);
  });

  it("filter nothing where a list has no entries", async () => {
    expect(await asked({ regions: [], years: [], documents: [] })).toEqual(await asked());
  });

  it("let nothing through for a region that is not held", async () => {
    expect(await asked({ regions: ["北京市"] })).toMatchObject({ status: "refused", citations: [] });
  });
});
