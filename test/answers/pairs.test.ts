import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { factFor } from "#answer/facts.ts";
import type { AskedKind, IndicatorRow } from "#domain/indicator.ts";
import { sourcesOf } from "./example-sources.ts";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

/**
 * For every region, year and indicator that the reports give both a target and a result for, each is asked for and the
 * row behind the answer is looked at: the right region, year and kind, and the value as printed.
 */
let corpus: OpenedCorpus;
let pairs: readonly Pair[];

interface Pair {
  readonly region: string;
  readonly year: number;
  readonly indicator: string;
  readonly rows: Readonly<Record<AskedKind, IndicatorRow>>;
}

beforeAll(async () => {
  corpus = await openCorpus();
  pairs = pairsIn(corpus.index.indicators({}));
}, 120_000);
afterAll(() => corpus.close());

/** Both rows of each fact, chosen by the rule that a reader is told. */
function pairsIn(rows: readonly IndicatorRow[]): Pair[] {
  const sources = sourcesOf(corpus.index.documents(), rows);
  const asked = new Set<string>();
  return rows.flatMap(({ region, year, indicator }) => {
    const fact = JSON.stringify([region, year, indicator]);
    if (region === null || asked.has(fact) || READ_AS_ANOTHER.test(indicator)) return [];
    asked.add(fact);
    const printed = (kind: AskedKind) => factFor(sources, { region, year, kind, names: [indicator] })?.row;
    const [target, actual] = [printed("target"), printed("actual")];
    return target === undefined || actual === undefined
      ? []
      : [{ region, year, indicator, rows: { target, actual } }];
  });
}

/** Names that begin with another indicator's name and are still read as that one. */
const READ_AS_ANOTHER = /比上年提高|·/;

const QUESTIONS = { target: "目标是多少？", actual: "实际完成多少？" } as const;

describe("a target is never told as a result, nor a result as a target", () => {
  test("there are enough pairs to tell", () => expect(pairs.length).toBeGreaterThan(60));

  test.each(["target", "actual"] as const)(
    "asked for the %s, the row behind the answer is the one",
    async (kind) => {
      for (const { region, year, indicator, rows } of pairs) {
        const asked = `${region}${year}年${indicator}${QUESTIONS[kind]}`;
        const response = await corpus.answer(asked);
        const [used] = response.indicators;
        const { value, raw } = rows[kind];
        expect.soft(response.status, asked).toBe("answered");
        expect.soft(used, asked).toMatchObject({
          region,
          year,
          indicator,
          kind,
          value: value === null ? null : Number(value),
          raw,
        });
      }
    },
  );
});
