/** A repeat of more than this is judged as one of this many: `[^。]{0,40}` grows no faster than `[^。]{0,4}` does, it only takes longer. */
const MOST = 4;
/** An escape, a class, the beginning of a group, its end, an alternative, a counted repeat, or one character. */
const TOKEN =
  /\\(?:[pPu]\{[^}]*\}|k<[^>]*>|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<[^>]*>))?|\)|\||\{\d+(?:,\d*)?\}|[\s\S]/gu;
const LOOKS = /^\(\?<?[=!]$/;

/** A part of a pattern that can be judged apart; `looks` where it is looked for at every place of the text. */
export interface PatternPart {
  readonly source: string;
  readonly looks: boolean;
}

/**
 * The parts of a pattern, each with its bounded repeats made short: the time a search takes is the sum of the times of its
 * alternatives, and what looks ahead or behind is a search of its own. `a(?=b+)|c{2,90}` → `a`, `c{2,4}` and, looked for, `^b+`.
 */
export function patternParts(source: string): PatternPart[] {
  const tokens = source.match(TOKEN) ?? [];
  const parts: PatternPart[] = [];
  let at = 0;
  /** Reads up to the bracket that closes the group; its alternatives. */
  const alternatives = (): string[] => {
    const read = [""];
    const add = (text: string) => read.push(`${read.pop() ?? ""}${text}`);
    for (; at < tokens.length && tokens[at] !== ")"; at += 1) {
      const token = tokens[at] ?? "";
      if (token === "|") read.push("");
      else if (token.startsWith("(")) {
        at += 1;
        const inside = alternatives();
        const anchored = (part: string) => (token.includes("<") ? `(?:${part})$` : `^(?:${part})`);
        if (LOOKS.test(token)) parts.push(...inside.map((each) => ({ source: anchored(each), looks: true })));
        else add(`${token}${inside.join("|")})`);
      } else add(/^\{\d/.test(token) ? shortened(token) : token);
    }
    return read;
  };
  parts.push(...alternatives().map((each) => ({ source: each, looks: false })));
  return parts;
}

function shortened(repeat: string): string {
  const [least = "0", most] = repeat.slice(1, -1).split(",");
  const low = Math.min(Number(least), MOST);
  if (most === undefined) return `{${low}}`;
  return most === "" ? `{${low},}` : `{${Math.min(low, Number(most))},${Math.min(Number(most), MOST)}}`;
}
