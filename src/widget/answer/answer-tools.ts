import type { ChatResponse } from "#protocol/chat.ts";
import { element } from "#widget/dom.ts";
import { copied, saveFile, shared } from "#widget/hand-over.ts";
import type { Options } from "#widget/options.ts";
import { answerAsWord } from "#widget/word-file.ts";
import {
  answerAsMarkdown,
  answerAsText,
  tablesAsCsv,
  tablesAsHtml,
  tablesAsTabs,
  tablesOf,
} from "./answer-text.ts";
import { ReadAloud } from "./read-aloud.ts";

export interface ToolActions {
  readonly ask: (question: string) => void;
  /** Puts a question back into the box it was typed in. */
  readonly edit: (question: string) => void;
}

/** What a reader can do with an answer: take it away, hand it on, hear it, ask it again. */
export function answerTools(
  response: ChatResponse,
  asked: string,
  { words, endpoint, language }: Options,
  actions: ToolActions,
): HTMLElement {
  const told = element("span", { class: "told", role: "status" });
  const tell = (text: string) => {
    told.textContent = text;
  };
  const tool = (label: string, onclick: () => void) =>
    element("button", { type: "button", class: "quiet", onclick }, label);
  const copy = async (content: Parameters<typeof copied>[0]) =>
    tell((await copied(content)) ? words.copied : words.notCopied);
  const tables = tablesOf(response);
  const share = async () => {
    const link = new URL(endpoint);
    link.search = String(new URLSearchParams({ q: response.question || asked }));
    const how = await shared(asked, link.href);
    if (how !== "shared") tell(how === "copied" ? words.linkCopied : words.notCopied);
  };
  const name = asked
    .replace(/[\\/:*?"<>|\s]+/g, " ")
    .slice(0, 40)
    .trim();
  const save = (ending: string, content: () => Blob) => () => saveFile(`${name}.${ending}`, content());
  const text = (type: string, content: string) => new Blob([content], { type });
  const aloud = ReadAloud.isOffered ? new ReadAloud(language, words) : null;
  const more = [
    tool(
      words.exportMarkdown,
      save("md", () => text("text/markdown", answerAsMarkdown(asked, response, words))),
    ),
    tool(
      words.exportWord,
      save("docx", () => answerAsWord(asked, response, words)),
    ),
    ...(tables.length === 0
      ? []
      : [
          tool(
            words.exportCsv,
            save("csv", () => text("text/csv", tablesAsCsv(response, words))),
          ),
        ]),
    tool(words.askAgain, () => actions.ask(asked)),
    tool(words.editQuestion, () => actions.edit(asked)),
  ];
  return element(
    "div",
    { class: "answer-tools", role: "group", "aria-label": words.answerTools },
    tool(words.copy, () => void copy({ text: answerAsText(response, words) })),
    tables.length === 0
      ? null
      : tool(
          words.copyTable,
          () => void copy({ text: tablesAsTabs(response, words), html: tablesAsHtml(response, words) }),
        ),
    tool(words.share, () => void share()),
    aloud === null ? null : aloud.button(response.answer),
    element("details", { class: "more" }, element("summary", {}, words.more), element("div", {}, ...more)),
    told,
  );
}
