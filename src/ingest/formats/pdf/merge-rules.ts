import type { Rule } from "./page-marks.ts";

/** Lines drawn this far apart across are one line drawn twice, or the two edges of a thin box. */
const across = 1.6;
/** Pieces of one line this far apart along it belong together: dots, dashes, the gap where another line crosses. */
const along = 3.2;
/** What is shorter after all is no rule of a table. */
const shortest = 5;

/** Rules in one piece each: a printed line is often drawn cell by cell, twice, or as dots. */
export function mergedRules(rules: readonly Rule[]): Rule[] {
  return [true, false].flatMap((lies) => {
    const sorted = rules.filter((rule) => rule.lies === lies).sort((a, b) => a.at - b.at);
    const groups: Rule[][] = [];
    for (const rule of sorted) {
      const group = groups.at(-1);
      const first = group?.[0];
      if (group === undefined || first === undefined || rule.at - first.at > across) groups.push([rule]);
      else group.push(rule);
    }
    return groups.flatMap(inOnePiece).filter(({ from, to }) => to - from >= shortest);
  });
}

function inOnePiece(group: readonly Rule[]): Rule[] {
  const merged: Rule[] = [];
  for (const rule of [...group].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || rule.from - last.to > along) merged.push(rule);
    else merged[merged.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
  }
  return merged;
}
