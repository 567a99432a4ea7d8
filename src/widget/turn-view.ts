import { type AnswerActions, answerView } from "./answer/answer-view.ts";
import { draftText, plainText } from "./answer/plain-text.ts";
import type { Outcome, Turn } from "./conversation.ts";
import { element } from "./dom.ts";
import type { Options } from "./options.ts";
import { fill } from "./words.ts";

export interface TurnActions extends AnswerActions {
  readonly retry: (turn: Turn) => void;
}

/** One question and what became of it. */
export class TurnView {
  readonly root: HTMLLIElement;
  readonly #turn: Turn;
  readonly #options: Options;
  readonly #actions: TurnActions;
  readonly #reply: HTMLElement;
  readonly #stage = element("p", { class: "stage", role: "status" });
  readonly #draft = element("p", { class: "draft" });

  constructor(turn: Turn, options: Options, actions: TurnActions) {
    this.#turn = turn;
    this.#options = options;
    this.#actions = actions;
    this.#reply = element("div", { class: "reply" });
    const you = element("span", { class: "unseen" }, `${options.words.you}：`);
    this.root = element(
      "li",
      { class: "turn" },
      element("p", { class: "question" }, you, plainText(turn.question)),
      this.#reply,
    );
    this.update();
  }

  /** Shows the turn's outcome as it is now. */
  update(): void {
    const { outcome } = this.#turn;
    if (outcome.state === "asking") this.#showProgress(outcome);
    else this.#reply.replaceChildren(this.#ending(outcome));
  }

  #showProgress(outcome: Outcome & { state: "asking" }): void {
    this.#stage.textContent = this.#options.words[outcome.stage];
    this.#draft.textContent = draftText(outcome.text);
    if (!this.#reply.contains(this.#stage)) this.#reply.replaceChildren(this.#draft, this.#stage);
  }

  #ending(outcome: Exclude<Outcome, { state: "asking" }>): HTMLElement {
    if (outcome.state === "answered")
      return answerView(outcome.response, this.#turn.question, this.#options, this.#actions);
    const { words } = this.#options;
    const retry = element(
      "button",
      { type: "button", class: "retry", onclick: () => this.#actions.retry(this.#turn) },
      words.retry,
    );
    const text = draftText(outcome.text);
    return element(
      "div",
      { class: `unfinished ${outcome.state}` },
      text === "" ? null : element("p", { class: "draft" }, text),
      element(
        "p",
        { class: "ending", role: outcome.state === "failed" ? "alert" : "status" },
        this.#lastWords(outcome),
      ),
      retry,
    );
  }

  #lastWords(outcome: Exclude<Outcome, { state: "asking" | "answered" }>): string {
    const { words } = this.#options;
    if (outcome.state === "stopped") return words.stopped;
    const wait =
      outcome.retryAfter === null ? "" : fill(words.retryAfter, { seconds: String(outcome.retryAfter) });
    return `${outcome.message || words.offline} ${wait}`.trim();
  }
}
