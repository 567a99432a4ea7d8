import { z } from "zod";
import type { Fault } from "./judge-rows.ts";
import { type Layout, layoutSchema } from "./layout.ts";
import leftOpenFile from "./left-open.json" with { type: "json" };
import { codeOf, madeCaseSchema } from "./made-case.ts";
import shortfallsFile from "./shortfalls.json" with { type: "json" };

/** Layouts by some of their choices: all named ones must be among those listed. */
const entry = {
  about: z.string().min(10),
  when: z.partialRecord(z.enum(Object.keys(layoutSchema.shape)), z.array(z.string()).min(1)),
};

/** Layouts that print too little to know all: there, saying nothing or 类别不明 is right. A wrong figure never is. */
const leftOpenSchema = z.array(
  z.strictObject({ ...entry, faults: z.array(z.string().regex(/^(?:missing|unknown) /u)) }),
);

/** What is read wrongly and known: each with a report that shows it, which must go on failing until the entry goes. */
const shortfallsSchema = z.array(
  z.strictObject({ ...entry, faults: z.array(z.string()), example: madeCaseSchema }),
);

export const leftOpen = leftOpenSchema.parse(leftOpenFile);
export const shortfalls = shortfallsSchema.parse(shortfallsFile);

type Excuse = Pick<z.infer<typeof leftOpenSchema>[number], "when" | "faults">;

export function isExcused(fault: Fault, layout: Layout, { when, faults }: Excuse): boolean {
  const fits = Object.entries(when).every(([name, choices]) =>
    choices?.includes(String(Reflect.get(layout, name))),
  );
  return fits && faults.includes(codeOf(fault));
}
