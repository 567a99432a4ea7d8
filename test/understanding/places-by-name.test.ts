import { describe, expect, test } from "vitest";
import { z } from "zod";
import { outlineOf } from "#question/outline.ts";
import { regionReader } from "#question/place/regions.ts";
import { foldPlain } from "#text/fold.ts";
import { outline, report } from "./held-regions.ts";
import noPlacesFile from "./no-places.json" with { type: "json" };
import placesFile from "./places-by-name.json" with { type: "json" };

const places = z
  .object({ rows: z.array(z.object({ asked: z.string(), place: z.string(), parents: z.array(z.string()) })) })
  .parse(placesFile).rows;
const noPlaces = z.object({ rows: z.array(z.string()) }).parse(noPlacesFile).rows;

const elsewhere = regionReader(outline);

/** A reader over the one report of a place, which says where it lies. */
function readerOver(place: string, parents: readonly string[]) {
  return regionReader(outlineOf([{ ...report(place, 2022, `${place}2022年工作报告`), parents }]));
}

describe("500 places by name", () => {
  test("there are 500 of them", () => expect(places.length).toBeGreaterThanOrEqual(500));

  test("each leads to the report of the place where that is held", () => {
    const lost = places.flatMap(({ asked, place, parents }) => {
      const { held, unclear } = readerOver(place, parents)(foldPlain(`${asked}2022年GDP是多少`));
      return held.includes(place) || unclear !== null ? [] : [`${asked} → ${held.join()}, not ${place}`];
    });
    expect(lost).toEqual([]);
  });

  test("each is named as not held where it is not, in a question of any form", () => {
    const lost = places.flatMap(({ asked, place }) =>
      [`${asked}2022年GDP是多少`, `2022年${asked}的GDP是多少`, `${asked}的常住人口`].flatMap((question) => {
        const { held, other } = elsewhere(foldPlain(question));
        const named = held.length + other.length > 0;
        return named || place === "" ? [] : [question];
      }),
    );
    expect(lost).toEqual([]);
  });
});

test("100 names inside other names are left alone", () => {
  expect(noPlaces.length).toBeGreaterThanOrEqual(100);
  const taken = noPlaces.flatMap((asked) => {
    const { held, other } = elsewhere(foldPlain(asked));
    return held.length + other.length === 0 ? [] : [`${asked}: ${[...held, ...other].join("、")}`];
  });
  expect(taken).toEqual([]);
});
