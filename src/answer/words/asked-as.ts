import type { Desk } from "#answer/desk.ts";
import { conceptById } from "#indicators/catalogue.ts";
import { canonicalName } from "#indicators/catalogue-names.ts";
import { romanised } from "./romanised.ts";

/** A figure that is offered to be asked for; without a region or a year where none is meant. */
export interface Offered {
  readonly region: string;
  readonly years: readonly number[];
  readonly indicator: string;
}

/** 江北区2022年地区生产总值是多少？, What was the gross domestic product of Jiangbei in 2022?: the question for a figure in the answer's language. */
export function askedAs({ question, say }: Pick<Desk, "question" | "say">, offered: Offered): string {
  const { region, years, indicator } = offered;
  if (question.language === "zh")
    return `${region}${years.map((year) => `${year}年`).join("、")}${indicator}是多少？`;
  const where = region === "" ? "" : say("asked.of", { region: romanised(region) });
  const when = years.length === 0 ? "" : say("asked.in", { years: years.join(say("and.list")) });
  return say("asked", { indicator: englishName(indicator) ?? indicator, where, when });
}

/** The English name of an indicator; null where the catalogue has none. */
export function englishName(indicator: string): string | null {
  const { concept, measure } = canonicalName(indicator);
  const english = concept === null ? undefined : conceptById(concept)?.english[0];
  return english === undefined ? null : `${english}${measure === "growth" ? " growth" : ""}`;
}
