import { element } from "./dom.ts";
import { voiceButton } from "./voice-input.ts";
import type { Words } from "./words.ts";

const MAX_CHARS = 2_000;

interface ComposerActions {
  readonly ask: (question: string) => void;
  readonly stop: () => void;
}

/** Where a question is typed, or spoken in `language` where the site offers that; while an answer comes in, the button stops it. */
export class Composer {
  readonly root: HTMLFormElement;
  readonly input: HTMLTextAreaElement;
  readonly #button: HTMLButtonElement;
  readonly #words: Words;
  readonly #actions: ComposerActions;
  #busy = false;

  constructor(words: Words, actions: ComposerActions, language: string | null = null) {
    this.#words = words;
    this.#actions = actions;
    this.input = element("textarea", {
      rows: 1,
      maxlength: MAX_CHARS,
      placeholder: words.placeholder,
      "aria-label": words.inputLabel,
      enterkeyhint: "send",
      onkeydown: (event) => this.#onKey(event),
    });
    this.#button = element("button", { type: "submit", class: "send" }, words.send);
    const onsubmit = (event: Event) => {
      event.preventDefault();
      this.#submit();
    };
    const voice = language === null ? null : voiceButton(this.input, language, words);
    this.root = element("form", { class: "composer", onsubmit }, this.input, voice, this.#button);
  }

  /** Puts a question back to be changed. */
  edit(question: string): void {
    this.input.value = question;
    this.input.focus();
  }

  setBusy(busy: boolean): void {
    this.#busy = busy;
    this.#button.textContent = busy ? this.#words.stop : this.#words.send;
    this.#button.classList.toggle("stop", busy);
  }

  #submit(): void {
    const question = this.input.value.trim();
    if (this.#busy) this.#actions.stop();
    else if (question === "") this.input.focus();
    else {
      this.input.value = "";
      this.#actions.ask(question);
    }
  }

  /** Enter asks, with Shift it breaks the line; never while an input method is composing a word. */
  #onKey(event: Event): void {
    if (!(event instanceof KeyboardEvent) || event.key !== "Enter" || event.shiftKey) return;
    if (event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (!this.#busy) this.#submit();
  }
}
