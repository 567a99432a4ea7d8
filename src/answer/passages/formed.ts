import type { Desk } from "#answer/desk.ts";
import type { Draft } from "#answer/draft.ts";
import { countedListDraft } from "./counted-list.ts";
import { measuresDraft } from "./measures.ts";
import { openedDraft } from "./opened.ts";

/** The answer to a question whose answer has a form of its own: counted things, problems, targets, measures. */
export async function formedDraft(desk: Desk): Promise<Draft | null> {
  return countedListDraft(desk) ?? openedDraft(desk) ?? (await measuresDraft(desk));
}
