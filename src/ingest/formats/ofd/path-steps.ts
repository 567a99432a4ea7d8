import type { XmlElement } from "#ingest/formats/package/parse-xml.ts";
import { textOf } from "#ingest/formats/package/xml-query.ts";

/** How many numbers each sign of a path takes (9.1), and what it is among the steps of a PDF's path. */
const SIGNS: Readonly<Record<string, { readonly takes: number; readonly step: number }>> = {
  S: { takes: 2, step: 0 },
  M: { takes: 2, step: 0 },
  L: { takes: 2, step: 1 },
  B: { takes: 6, step: 2 },
  Q: { takes: 4, step: 3 },
  A: { takes: 7, step: 3 },
  C: { takes: 0, step: 4 },
};

/** A path as OFD abbreviates it (M 0 0 L 50 0 C) as steps of numbers: 0 move, 1 line, 2 and 3 curves, 4 close. */
export function pathSteps(data: XmlElement | undefined): number[] {
  const words = textOf(data)
    .trim()
    .split(/[\s,]+/u);
  const steps: number[] = [];
  for (let at = 0; at < words.length; ) {
    const sign = SIGNS[words[at] ?? ""];
    if (sign === undefined) {
      at += 1;
      continue;
    }
    const numbers = words.slice(at + 1, at + 1 + sign.takes).map(Number);
    if (words[at] === "A") steps.push(sign.step, ...numbers.slice(5), ...numbers.slice(5));
    else steps.push(sign.step, ...numbers);
    at += 1 + sign.takes;
  }
  return steps.map((value) => (Number.isFinite(value) ? value : 0));
}
