import { z } from "zod";
import type { Draft } from "#answer/draft.ts";
import { phrasesIn } from "#answer/phrases.ts";
import { textsOf } from "#answer/verify.ts";
import type { Question } from "#question/question.ts";
import unitsFile from "./english-units.json" with { type: "json" };

const data = z
  .strictObject({
    about: z.string(),
    magnitudes: z.record(z.string(), z.string()),
    units: z.record(z.string(), z.string()),
    qualifiers: z.record(z.string(), z.string()),
  })
  .parse(unitsFile);

/** Longest first, so that 万亿 goes before 万. */
const MAGNITUDES = Object.entries(data.magnitudes).sort(([a], [b]) => b.length - a.length);

/** `hundred million yuan` of 亿元; null for a unit that has no English here. */
export function englishUnit(unit: string): string | null {
  const own = data.units[unit];
  if (own !== undefined) return own;
  const [magnitude, words] = MAGNITUDES.find(([printed]) => unit.startsWith(printed)) ?? [];
  if (magnitude === undefined || words === undefined) return null;
  const rest = unit.slice(magnitude.length);
  const counted = rest === "" ? "" : data.units[rest];
  return counted === undefined ? null : `${words} ${counted}`.trim();
}

/** An English answer tells figures as they are printed, and says below what their units are, in words: 亿元 = hundred million yuan. */
export function withUnitsInEnglish(draft: Draft, { language, intent }: Question): Draft {
  const english = intent === "operation.english" || (language === "en" && intent !== "operation.chinese");
  if (!english) return draft;
  const led = ledInEnglish(draft);
  const said = led.blocks.flatMap(textsOf).join("\n");
  const units = new Set(draft.used.flatMap(({ row }) => (row.unit === null ? [] : [row.unit])));
  if (said.includes("个百分点")) units.add("个百分点");
  const told = [...units].flatMap((unit) => {
    const name = said.includes(unit) ? englishUnit(unit) : null;
    return name === null ? [] : [`${unit} = ${name}`];
  });
  const qualified = Object.entries(data.qualifiers).flatMap(([printed, words]) =>
    new RegExp(`[\\d%\\p{Script=Han}]${printed}`, "u").test(figuresIn(led)) ? [`${printed} = ${words}`] : [],
  );
  told.push(...qualified);
  if (told.length === 0) return led;
  const text = phrasesIn("en")("units", { units: told.join(", ") });
  return { ...led, blocks: [...led.blocks, { type: "paragraph", text }] };
}

/** The figures of an answer as they are printed, one a line. */
const figuresIn = ({ used }: Draft): string => used.map(({ row }) => row.raw).join("\n");

/** An answer that begins with the words of a report says that they are those, and in Chinese. */
function ledInEnglish(draft: Draft): Draft {
  const [first] = draft.blocks;
  if (first?.type !== "paragraph" || !/^[“……\d.、\s]*\p{Script=Han}/u.test(first.text)) return draft;
  const lead = { type: "paragraph" as const, text: phrasesIn("en")("passage.lead") };
  return { ...draft, blocks: [lead, ...draft.blocks] };
}
