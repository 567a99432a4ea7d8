import { describe, expect, it } from "vitest";
import { conceptById, concepts } from "./catalogue.ts";
import { ambiguous, clashes, keysOf, phrases, phrasesOf } from "./catalogue-phrases.ts";

describe("the catalogue", () => {
  it("holds what plan reports, work reports and communiqués count", () => {
    expect(concepts.length).toBeGreaterThanOrEqual(220);
  });

  it("gives every indicator an id and names of its own", () => {
    const names = concepts.flatMap(({ name, growthName }) =>
      growthName === null ? [name] : [name, growthName],
    );
    expect(new Set(concepts.map(({ id }) => id)).size).toBe(concepts.length);
    expect(new Set(names).size).toBe(names.length);
  });

  it("gives no phrase to two indicators unless it is listed as ambiguous", () => {
    expect(clashes).toEqual([]);
  });

  it("finds every phrase of every indicator under that indicator", () => {
    const lost = concepts.flatMap((concept) =>
      phrasesOf(concept)
        .filter(({ text }) => keysOf(text).some((key) => !phrases.get(key)?.concepts.includes(concept.id)))
        .map(({ text }) => `${concept.id}: ${text}`),
    );
    expect(lost).toEqual([]);
  });

  it("refers only to indicators it holds", () => {
    const referred = [
      ...concepts.flatMap(({ notToConfuse, related }) => [...notToConfuse, ...related]),
      ...Object.values(ambiguous).flatMap((reading) => reading.concepts),
    ];
    expect(referred.filter((id) => conceptById(id) === undefined)).toEqual([]);
  });

  it("tells apart what must not be confused", () => {
    const apart = (one: string, other: string) => {
      expect(conceptById(one)?.notToConfuse).toContain(other);
    };
    apart("registered-unemployment-rate", "surveyed-unemployment-rate");
    apart("actual-foreign-capital", "foreign-direct-investment");
    apart("above-scale-value-added", "industrial-output");
    apart("industrial-value-added", "above-scale-value-added");
    apart("general-budget-revenue", "general-budget-expenditure");
    apart("private-share", "private-share-rise");
    apart("good-air-days", "good-air-ratio");
    expect(conceptById("good-air-days")?.related).toContain("good-air-ratio");
  });

  it("gives English names without figures first, since they are told in answers", () => {
    const first = concepts.map(({ english }) => english[0] ?? "");
    expect(first.filter((name) => /\d{2,}/.test(name) && !name.startsWith("fortune global"))).toEqual([]);
  });

  it("knows no such indicator", () => {
    expect(conceptById("happiness")).toBeUndefined();
  });

  it("lets amounts grow under their own name and shares not at all", () => {
    expect(conceptById("retail-sales")?.growthName).toBe("社会消费品零售总额增速");
    expect(conceptById("forest-coverage")?.growthName).toBeNull();
    expect(conceptById("cpi")?.growthName).toBe("居民消费价格涨幅");
  });
});
