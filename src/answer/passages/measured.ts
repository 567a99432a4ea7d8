import { z } from "zod";
import measuredFile from "./measured.json" with { type: "json" };

const said = z.object({ asked: z.string().min(1), told: z.string().min(1) });
const parsed = z
  .object({
    numeral: z.string().min(1),
    families: z.array(said).min(1),
    alike: z.record(z.string().length(1), z.string().min(1)),
    attributes: z.array(said).min(1),
    named: z.string().min(1),
    kinds: z.string().min(1),
  })
  .parse(measuredFile);

/** A numeral, in digits or characters, with what may follow it before its unit. */
export const NUMERAL = parsed.numeral;

interface Said {
  readonly asked: RegExp;
  readonly told: RegExp;
}

const compiled = ({ asked, told }: z.infer<typeof said>): Said => ({
  asked: new RegExp(asked),
  told: new RegExp(told.replaceAll("{n}", NUMERAL)),
});

const families = parsed.families.map(compiled);
const attributes = parsed.attributes.map(compiled);
const alike = new Map(Object.entries(parsed.alike));

/** How a sentence prints a figure of the kind a folded question asks for; null when it names no kind. */
export function figureAsked(folded: string): RegExp | null {
  return families.find(({ asked }) => asked.test(folded))?.told ?? null;
}

/** Words one of which an answer prints, for each thing asked of a subject (总投资, 占地). */
export function attributesAsked(folded: string): readonly RegExp[] {
  return attributes.filter(({ asked }) => asked.test(folded)).map(({ told }) => told);
}

const NAMED = new RegExp(parsed.named, "u");
const KINDS = new RegExp(parsed.kinds, "u");

/** The thing whose turnover, area or like a folded topic asks for, without the word for its kind; null for none. */
export function thingMeasured(topic: string): string | null {
  const name = NAMED.exec(topic.replaceAll(" ", ""))?.[1];
  const bare = name?.replace(KINDS, "") ?? "";
  // 二三 of 二三产业 names nothing.
  return name === undefined ? null : /^[一二三四五六七八九十]*$/u.test(bare) ? name : bare;
}

/** A figure counted with a measure word that may be printed for the one asked: 几条 → 210艘. Null when none may. */
export function countedAlike(classifier: string): RegExp | null {
  const others = alike.get(classifier);
  return others === undefined ? null : new RegExp(`${NUMERAL}[${others}]`);
}
