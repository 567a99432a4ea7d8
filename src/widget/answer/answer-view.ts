import type { Block, ChatResponse } from "#protocol/chat.ts";
import { chartFigure } from "#widget/chart/chart.ts";
import { element } from "#widget/dom.ts";
import type { Options } from "#widget/options.ts";
import { fill } from "#widget/words.ts";
import { answerTools, type ToolActions } from "./answer-tools.ts";
import { CitationShelf } from "./citation-card.ts";
import { CitationPreview } from "./citation-preview.ts";
import { copyLabelled } from "./copy-label.ts";
import { dataTable } from "./data-table.ts";
import { type FeedbackActions, feedbackForm } from "./feedback-form.ts";
import { type FillText, textFiller } from "./marked-text.ts";
import { plainText } from "./plain-text.ts";
import { sourceList } from "./source-list.ts";

/** What an answer on the page can set off. */
export interface AnswerActions extends FeedbackActions, ToolActions {}

/** A finished answer: its notice, its blocks with citations that open, its sources, what to ask next, and whether it was useful. */
export function answerView(
  response: ChatResponse,
  asked: string,
  options: Options,
  actions: AnswerActions,
): HTMLElement {
  const { words } = options;
  const shelf = new CitationShelf(options, (citation) => actions.tell("citation", { citation }));
  const preview = new CitationPreview();
  const onMarker = { open: shelf.toggle, made: preview.watch.bind(preview) };
  const fillText = textFiller(response.citations, words, onMarker);
  const byModel = response.writtenBy === "model";
  // The interface may speak English while the reports, and so the answer, speak Chinese.
  const lang = /\p{Script=Han}/u.test(response.answer) ? "zh-CN" : options.language;
  const view = element(
    "div",
    { class: `answer ${response.status}` },
    byModel ? element("p", { class: "ai-notice" }, words.aiNotice) : null,
    understood(response, asked, options),
    ...response.blocks.map((block) =>
      element(
        "div",
        { class: "block", lang },
        blockView(block, options, fillText, response.question || asked),
      ),
    ),
    response.status === "clarify" ? suggestions(response, options, actions) : null,
    sourceList(response.citations, options),
    element(
      "div",
      { class: "answer-ends" },
      answerTools(response, asked, options, actions),
      feedbackForm(response.id, options, actions),
    ),
    response.status === "clarify" ? null : suggestions(response, options, actions),
  );
  view.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && (preview.hide() || shelf.close())) event.stopPropagation();
  });
  if (byModel) copyLabelled(view, words.aiCopied);
  return view;
}

/** The question as it was understood, where that is more than what was typed. */
function understood({ question }: ChatResponse, asked: string, { words }: Options): HTMLElement | null {
  const plain = plainText(question);
  if (plain === "" || plain === asked) return null;
  return element("p", { class: "understood" }, fill(words.understoodAs, { question: plain }));
}

function blockView(block: Block, { words }: Options, fillText: FillText, caption: string): HTMLElement {
  switch (block.type) {
    case "paragraph":
      return filled(element("p"), block.text, fillText);
    case "list": {
      const items = block.items.map((item) => filled(element("li"), item, fillText));
      return block.ordered ? element("ol", {}, ...items) : element("ul", {}, ...items);
    }
    case "table":
      return dataTable({ caption, columns: block.columns, rows: block.rows }, fillText);
    case "contact":
      return element(
        "ul",
        { class: "contact" },
        ...block.phones.map(({ label, phone }) =>
          element("li", {}, element("a", { href: `tel:${phone}` }, label)),
        ),
      );
    case "chart":
      return chartFigure(block, words);
  }
}

function filled<T extends HTMLElement>(target: T, text: string, fillText: FillText): T {
  fillText(target, text);
  return target;
}

function suggestions(response: ChatResponse, { words }: Options, actions: AnswerActions): HTMLElement | null {
  if (response.suggestions.length === 0) return null;
  const title = response.status === "clarify" ? words.readings : words.suggestions;
  return element(
    "div",
    { class: "suggestions" },
    element("p", { class: "small-title" }, title),
    questionButtons(response.suggestions, actions.ask),
  );
}

/** Questions that are asked when pressed. */
export function questionButtons(questions: readonly string[], ask: (question: string) => void): HTMLElement {
  const buttons = questions.map((question) => {
    const plain = plainText(question);
    return element(
      "li",
      {},
      element("button", { type: "button", class: "chip", onclick: () => ask(plain) }, plain),
    );
  });
  return element("ul", { class: "chips" }, ...buttons);
}
