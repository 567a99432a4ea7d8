import type fc from "fast-check";
import { z } from "zod";
import { type Fault, judge } from "./judge-rows.ts";
import { type Format, type Layout, layoutArbitrary, layoutSchema } from "./layout.ts";
import { hasOneUnit } from "./print-table.ts";
import { readBack } from "./read-rows.ts";
import { factsArbitrary, factsSchema } from "./report-facts.ts";

/** A report by what it tells and how it is laid out; enough to make it again. */
export const madeCaseSchema = z.strictObject({ layout: layoutSchema, facts: factsSchema });
export type MadeCase = z.infer<typeof madeCaseSchema>;

export function caseArbitrary(format: Format): fc.Arbitrary<MadeCase> {
  return layoutArbitrary(format).chain((layout) =>
    factsArbitrary(hasOneUnit(layout)).map((facts) => ({ layout, facts })),
  );
}

/** Makes the report, reads it, and says what is wrong with the reading. */
export async function faultsOf({ layout, facts }: MadeCase): Promise<Fault[]> {
  return judge(await readBack(facts, layout), facts.region);
}

export const codeOf = ({ fault, part }: Fault): string => `${fault} ${part}`;

/** The choices of a layout that are not the plainest: `columns=all cut=alone`. */
export function unlikePlain(layout: Layout): string {
  return Object.entries(layout)
    .filter(
      ([name, choice]) =>
        name !== "format" && layoutSchema.def.shape[name as keyof Layout].options[0] !== choice,
    )
    .map(([name, choice]) => `${name}=${choice}`)
    .join(" ");
}
