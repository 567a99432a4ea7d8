import type { Draft } from "#answer/draft.ts";
import type { Sources } from "#answer/sources.ts";
import type { SourceDocument } from "#domain/document.ts";
import type { IndicatorRow } from "#domain/indicator.ts";
import type { Question } from "#question/question.ts";
import { namesAnything } from "#read/query-words.ts";
import { foldPlain } from "#text/fold.ts";

/** Least length of the beginning of a name that is known for it. */
const LEAST = 3;
/** A shorter word before a name may be the end of another. */
const SHORTEST_OWNER = 2;
/** No owner's name is longer. */
const LONGEST_OWNER = 16;

/**
 * 困难群体基本养老保险参保率: whether the question's words right before an indicator stand there in the report as well, with
 * another figure behind, so that the draft's is not what is asked. `names` are what the indicator is called.
 */
export function narrowedInPrint(
  { topic }: Question,
  { used, names }: Pick<Draft, "used"> & { readonly names: readonly string[] },
  { document }: Sources,
): boolean {
  const said = foldPlain(topic);
  return names.map(foldPlain).some((name) => {
    const known = beginningIn(said, name);
    // 外贸 in 外贸进出口 is a part of the name, not an owner of its own.
    const partOfName = (owner: string) => names.some((each) => foldPlain(each).includes(owner + known));
    const owners = known === "" ? [] : ownersBefore(said, known).filter((owner) => !partOfName(owner));
    return used.some(({ row }) => {
      const report = document(row.documentId);
      return report !== null && owners.some((owner) => isOfOwner(report, row, { owner, known }));
    });
  });
}

/** As much of a name as the words say of its beginning; "" where too little is said. */
function beginningIn(said: string, name: string): string {
  for (let end = name.length; end >= LEAST; end -= 1)
    if (said.includes(name.slice(0, end))) return name.slice(0, end);
  return "";
}

/** 城乡困难群体, 困难群体, …: what the words right before a name may be, longest first. */
function ownersBefore(said: string, known: string): string[] {
  const at = said.indexOf(known);
  const before = /\p{Script=Han}*$/u.exec(said.slice(Math.max(0, at - LONGEST_OWNER), at))?.[0] ?? "";
  const starts = Array.from({ length: Math.max(0, before.length - SHORTEST_OWNER + 1) }, (_, from) => from);
  return starts.map((from) => before.slice(from)).filter(namesAnything);
}

const folded = new WeakMap<SourceDocument, string>();

/** A report's text as it is compared, made once. */
function foldedText(document: SourceDocument): string {
  const text = folded.get(document) ?? foldPlain(document.text);
  folded.set(document, text);
  return text;
}

/** Whether the report tells a figure of the owner's, another than the row's, which itself is not told of the owner. */
function isOfOwner(
  document: SourceDocument,
  { context, end, raw }: IndicatorRow,
  { owner, known }: { readonly owner: string; readonly known: string },
): boolean {
  if (foldPlain(document.text.slice(context.start, end)).includes(owner)) return false;
  const told = foldedText(document)
    .split(owner + known)
    .slice(1)
    .map((behind) => /^[^,;。\n]*/.exec(behind)?.[0] ?? "")
    .filter((clause) => /\d/.test(clause));
  return told.length > 0 && !told.some((clause) => clause.includes(foldPlain(raw)));
}
