import { expect, test } from "vitest";
import { concepts } from "#indicators/catalogue.ts";
import { phrasesOf } from "#indicators/catalogue-phrases.ts";
import { reading } from "./held-regions.ts";

/** What a citizen types around an indicator's name. */
function questionWith(text: string, english: boolean): string {
  if (english) return `What was the ${text} of Jiangbei in 2022?`;
  return `江北区2022年${text}${/多少|几/.test(text) ? "" : "是多少"}？`;
}

test("every phrase of the catalogue, asked for in a question, is read as its indicator", () => {
  const lost = concepts.flatMap(({ id, ...concept }) =>
    phrasesOf({ id, ...concept }).flatMap(({ text, via }) => {
      const { gate, indicators, regions, years } = reading(questionWith(text, via === "english"));
      const found = indicators.some((indicator) => indicator.concepts.includes(id));
      const placed = regions.join() === "江北区" && years.join() === "2022";
      return found && placed && gate === null ? [] : [`${id}: ${text}`];
    }),
  );
  expect(lost).toEqual([]);
}, 120_000);
