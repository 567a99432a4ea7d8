import { z } from "zod";
import cuesFile from "./cues.json" with { type: "json" };

const expressions = z.array(z.string().min(1)).min(1);
const parsed = z
  .object({
    asks: z.object({
      number: expressions,
      reason: expressions,
      list: expressions,
      definition: expressions,
      person: expressions,
      holder: expressions,
      date: expressions,
      place: expressions,
      manner: expressions,
      rank: expressions,
      whether: expressions,
      each: expressions,
      left: expressions,
      share: expressions,
      named: expressions,
      ahead: expressions,
      back: expressions,
    }),
    tells: z.object({
      reason: expressions,
      definition: expressions,
      person: expressions,
      holder: expressions,
      date: expressions,
      each: expressions,
      left: expressions,
      share: expressions,
      place: expressions,
      named: expressions,
      rank: expressions,
      steps: expressions,
      closing: expressions,
      greeting: expressions,
      slogan: expressions,
      ahead: expressions,
      back: expressions,
    }),
    sections: z.object({ ahead: expressions, back: expressions, problems: expressions }),
  })
  .parse(cuesFile);

type Cue<Names extends string> = Readonly<Record<Names, RegExp>>;

function compiled<Names extends string>(named: Readonly<Record<Names, readonly string[]>>): Cue<Names>;
function compiled(named: Readonly<Record<string, readonly string[]>>): Cue<string> {
  return Object.fromEntries(
    Object.entries(named).map(([name, sources]) => [name, new RegExp(sources.join("|"), "u")]),
  );
}

/** Words that show what is asked for, what a unit tells, and what a section is about; all expect folded text. */
export const cues = {
  asks: compiled(parsed.asks),
  tells: compiled(parsed.tells),
  sections: compiled(parsed.sections),
} as const;
