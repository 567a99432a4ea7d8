import { z } from "zod";
import data from "./printed-kinds.json" with { type: "json" };

const schema = z.strictObject({
  comment: z.string(),
  kinds: z.array(
    z.strictObject({
      pattern: z.string().transform((source) => new RegExp(source, "u")),
      printed: z.string(),
      kind: z.enum(["actual", "target", "estimate"]),
    }),
  ),
});

/** A kind as accounts print it (调整预算数), and what it is among aims and results. */
export interface PrintedKind {
  readonly printed: string;
  readonly kind: "actual" | "target" | "estimate";
}

const { kinds } = schema.parse(data);

/** The account books that a budget is made of: in 国有资本经营预算支出 the word is a part of a name. */
const BOOKS = /(?:一般公共|公共财政|政府性基金|国有资本经营|社会保险基金|部门|政府)预算(?!数|执行|调整)/gu;

/** The kind that a heading or caption names, or null. */
export function printedKindIn(words: string): PrintedKind | null {
  const bare = words.replace(BOOKS, "");
  return kinds.find(({ pattern }) => pattern.test(bare)) ?? null;
}

/** All kinds that a question names, in its order: 预算数和执行数. */
export function printedKindsIn(words: string): PrintedKind[] {
  const found: PrintedKind[] = [];
  for (const part of words.replace(BOOKS, "").split(/[和与及、,，]/u)) {
    const kind = printedKindIn(part);
    if (kind !== null && !found.some(({ printed }) => printed === kind.printed)) found.push(kind);
  }
  return found;
}

/** A name without the words of a printed kind: 一般性转移支付预算数 → 一般性转移支付. */
export function withoutPrintedKind(words: string): string {
  return words
    .replace(/[（(](?:预计)?(?:年初预算|调整预算|预算|执行|决算|预计)(?:执行)?数?[）)]/gu, "")
    .replace(
      /(?:年初|期初|调整|变动|调整后|变更)?(?:预算|决算|执行|预计)(?:执行|完成)?数$|(?:年初|调整)预算$|预计执行数?$/u,
      "",
    );
}
