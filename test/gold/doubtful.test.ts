import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { type Doubt, doubtfulRows } from "#indicators/doubtful.ts";
import { extractIndicators } from "#indicators/extract-indicators.ts";
import { readCorpus } from "#ingest/read-corpus.ts";

const corpus = fileURLToPath(new URL("../../corpus", import.meta.url));

it("names the market entities of 江北区, ten times more in the news than the years before, and little else", async () => {
  const { documents } = await readCorpus(corpus);
  const doubts = doubtfulRows(documents.flatMap((document) => extractIndicators(document).rows));
  const named = (reason: Doubt["reason"]) =>
    doubts
      .filter((doubt) => doubt.reason === reason)
      .map(({ row: { region, year, indicator } }) => `${region} ${year} ${indicator}`);
  expect(named("series")).toEqual(["江北区 2023 市场主体总数"]);
  expect(named("conflict").length).toBeLessThanOrEqual(3);
  expect(named("confidence").length).toBeLessThanOrEqual(20);
});
