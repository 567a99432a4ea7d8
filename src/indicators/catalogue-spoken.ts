import { z } from "zod";
import spokenData from "./catalogue/spoken.json" with { type: "json" };

const INNERMOST = /\(([^()]*)\)/u;

const words = z.array(z.string().min(2)).min(1);

/** Citizens' words for one concept, or for several that they leave open. */
export interface Spoken {
  readonly concepts: readonly string[];
  /** Every wording, the alternatives written out. */
  readonly phrases: readonly string[];
  /** One wording of each kind. */
  readonly samples: readonly string[];
}

/** Citizens' words with their alternatives written out. */
export const spoken: readonly Spoken[] = z
  .array(z.strictObject({ concepts: words, said: words }))
  .parse(spokenData.spoken)
  .map(({ concepts, said }) => {
    const all = said.map(variantsOf);
    return { concepts, phrases: all.flat(), samples: all.flatMap(([first = ""]) => [first]) };
  });

/** (外国|国外)投资 → 外国投资, 国外投资; the first alternatives first. A group may hold groups. */
export function variantsOf(pattern: string): string[] {
  const found = INNERMOST.exec(pattern);
  if (found === null) return [pattern];
  const [group, alternatives = ""] = found;
  return alternatives.split("|").flatMap((each) => variantsOf(pattern.replace(group, () => each)));
}
