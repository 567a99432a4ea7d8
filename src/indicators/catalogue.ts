import agriculture from "./catalogue/agriculture.json" with { type: "json" };
import business from "./catalogue/business.json" with { type: "json" };
import economy from "./catalogue/economy.json" with { type: "json" };
import environment from "./catalogue/environment.json" with { type: "json" };
import finance from "./catalogue/finance.json" with { type: "json" };
import industry from "./catalogue/industry.json" with { type: "json" };
import infrastructure from "./catalogue/infrastructure.json" with { type: "json" };
import innovation from "./catalogue/innovation.json" with { type: "json" };
import investment from "./catalogue/investment.json" with { type: "json" };
import livelihood from "./catalogue/livelihood.json" with { type: "json" };
import services from "./catalogue/services.json" with { type: "json" };
import society from "./catalogue/society.json" with { type: "json" };
import { type Concept, conceptsSchema } from "./catalogue-schema.ts";

export type { Concept, Dimension } from "./catalogue-schema.ts";

const files = [
  economy,
  industry,
  investment,
  services,
  finance,
  livelihood,
  society,
  environment,
  agriculture,
  infrastructure,
  innovation,
  business,
];

/** Every canonical indicator, in the order of the data files. */
export const concepts: readonly Concept[] = files.flatMap((file) => conceptsSchema.parse(file));

const byId: ReadonlyMap<string, Concept> = new Map(concepts.map((concept) => [concept.id, concept]));

/** The concept with this id, or undefined. */
export function conceptById(id: string): Concept | undefined {
  return byId.get(id);
}

/** What reports call the concept: its canonical name, then its aliases; none for an id the catalogue lacks. */
export function officialNames(id: string): readonly string[] {
  const concept = byId.get(id);
  return concept === undefined ? [] : [concept.name, ...concept.aliases];
}

/** What anyone calls the concept: its official names and citizens' words for it. */
export function spokenNames(id: string): readonly string[] {
  return [...officialNames(id), ...(byId.get(id)?.colloquial ?? [])];
}
