import type { DocumentKind } from "#domain/document-kind.ts";
import type { CorpusOutline } from "./outline.ts";

/** The region whose report a question names by its kind, and where it is named. */
export interface ReportNamed {
  readonly region: string;
  readonly start: number;
  readonly end: number;
}

const KINDS: readonly { readonly kind: DocumentKind; readonly named: RegExp }[] = [
  {
    kind: "communique",
    named: /(?:国民经济和社会发展)?统计公报|(?<!统计)公报(?=[里中上说]|显示|提到|记载)/u,
  },
  {
    kind: "five-year-plan",
    named:
      /(?:[“"]?(?<short>十[一二三四五]?)五[”"]?|第(?<ordinal>十[一二三四五]?)个五年)(?:发展)?(?:计划|规划)(?:的?纲要)?/u,
  },
];

/**
 * 统计公报里, 十五计划纲要提出: the region of the one report of that kind that is held. Null where none or several regions
 * have one, or where another plan is named.
 */
export function reportNamed(folded: string, { documents }: CorpusOutline): ReportNamed | null {
  for (const { kind, named } of KINDS) {
    const match = named.exec(folded);
    if (match === null) continue;
    const period = match.groups?.["short"] ?? match.groups?.["ordinal"];
    const held = documents.filter(
      (document) =>
        document.kind === kind &&
        (period === undefined ||
          new RegExp(`第${period}个五年|${period}五[”"]?(?:规划|计划)`, "u").test(document.title)),
    );
    const [region, another] = new Set(held.map((document) => document.region));
    if (region === undefined || region === null || another !== undefined) return null;
    return { region, start: match.index, end: match.index + match[0].length };
  }
  return null;
}
