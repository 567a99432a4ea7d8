import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { conceptById, concepts } from "./catalogue.ts";
import casesData from "./catalogue-names.cases.json" with { type: "json" };
import { canonicalName } from "./catalogue-names.ts";

const cases = z
  .array(
    z.strictObject({
      from: z.string(),
      printed: z.string(),
      indicator: z.string(),
      measure: z.enum(["level", "growth"]).nullable(),
      unit: z.string().nullable(),
      inCatalogue: z.boolean(),
    }),
  )
  .parse(casesData);

describe.each([...new Set(cases.map((one) => one.from))])("names printed in %s", (from) => {
  const typed = cases.filter((one) => one.from === from);

  it.each(typed)("$printed → $indicator", ({ printed, indicator, measure, unit, inCatalogue }) => {
    const found = canonicalName(printed);
    expect({ indicator: found.indicator, measure: found.measure, unit: found.unit }).toEqual({
      indicator,
      measure,
      unit,
    });
    expect(found.concept !== null).toBe(inCatalogue);
  });
});

test("every canonical name means itself", () => {
  for (const { id, name, growthName } of concepts) {
    expect(canonicalName(name)).toMatchObject({ indicator: name, concept: id, measure: "level" });
    if (growthName !== null)
      expect(canonicalName(growthName)).toMatchObject({
        indicator: growthName,
        concept: id,
        measure: "growth",
      });
  }
});

test("a canonical name stays what it is when it is mapped again", () => {
  for (const { printed } of cases) {
    const once = canonicalName(printed).indicator;
    expect(canonicalName(once).indicator).toBe(once);
  }
});

test("words in front that no list knows make another indicator", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...concepts),
      fc.stringMatching(/^[丙丁戊己庚辛壬癸]{1,3}$/u),
      (concept, head) => {
        const found = canonicalName(head + concept.name);
        expect(found.concept).toBeNull();
        expect(found.indicator.startsWith(head)).toBe(true);
      },
    ),
  );
});

test("any text has a name, and never an unknown concept", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (printed) => {
      const { concept } = canonicalName(printed);
      if (concept !== null) expect(conceptById(concept)).toBeDefined();
    }),
  );
});
