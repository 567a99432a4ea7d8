import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { foldPlain } from "#text/fold.ts";
import { documentsNewestFirst } from "./find-candidates.ts";

const QUOTED = /[“"]([\p{L}\d]{2,10})[”"]/gu;
const ASKED = /(?:是|指|有|包括)(?:的是)?(?:哪|什么|啥|谁)|分别|具体/;

/** “三校”是哪三所 → 三校：…；: what stands behind the quoted words and a colon, up to the next mark. Null where nowhere. */
export function labelledDraft(desk: Desk): Draft | null {
  const folded = foldPlain(desk.question.asked);
  if (!ASKED.test(folded)) return null;
  const labels = [...folded.matchAll(QUOTED)].map(([, label = ""]) => label).reverse();
  for (const { id, text } of documentsNewestFirst(desk)) {
    for (const label of labels) {
      const found = new RegExp(`(?<=^|[，；：。、\\s])${label}[：:]\\s*[^；。\\n]{2,}`, "mu").exec(text);
      if (found === null) continue;
      const span = { start: found.index, end: found.index + found[0].length };
      return desk.draft("list", [{ type: "paragraph", text: `${found[0]}[${desk.book.cite(id, span)}]` }]);
    }
  }
  return null;
}
