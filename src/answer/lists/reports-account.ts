import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { type Span, sliceOf } from "#domain/span.ts";
import { sentences } from "#text/sentences.ts";

/** A paragraph counts as the report's own account when it names at least this share of the indicators listed. */
const MOST_OF_THEM = 0.5;
const LONGEST = 1600;
const FIRST_ENTRY =
  /[，,]?(?:具体|分别|主要)?(?:为|是|有|包括|如下)?[：:]\s*(?:1|一|（1）|（一）|①)[.．、]?.*$/su;

/** The list, with the paragraph in which the report itself names the same indicators and gives its reasons. */
export function reportsWords(desk: Desk, listed: Draft): Draft {
  const [first] = listed.used;
  const document = first === undefined ? null : desk.sources.document(first.row.documentId);
  if (document === null) return listed;
  const names = [...new Set(listed.used.map(({ row }) => row.indicator.replace(/增速$/, "")))];
  let best: { span: Span; named: number } = {
    span: { start: 0, end: 0 },
    named: MOST_OF_THEM * names.length,
  };
  for (let start = 0; start < document.text.length; ) {
    const end =
      document.text.indexOf("\n", start) === -1 ? document.text.length : document.text.indexOf("\n", start);
    const paragraph = document.text.slice(start, end);
    const named = names.filter((name) => paragraph.includes(name)).length;
    if (named > best.named && paragraph.length <= LONGEST) best = { span: { start, end }, named };
    start = end + 1;
  }
  const [opening] = sentences(document.text, best.span);
  if (opening === undefined) return listed;
  // The entries that follow are listed above already: 其中预期性指标8项，分别为：1.…
  const quote = sliceOf(document.text, opening).replace(FIRST_ENTRY, "。");
  const marks = `[${desk.book.cite(document.id, best.span)}]`;
  const text = desk.say("list.report", { quote, marks });
  return { ...listed, blocks: [...listed.blocks, { type: "paragraph", text }] };
}
