import { element } from "#widget/dom.ts";
import type { Words } from "#widget/words.ts";
import { wholeSentences } from "./plain-text.ts";

/** Reads an answer aloud, where the browser has a voice; pressing again stops it. */
export class ReadAloud {
  static readonly isOffered =
    typeof speechSynthesis !== "undefined" && typeof SpeechSynthesisUtterance !== "undefined";
  readonly #language: string;
  readonly #words: Words;
  #isSpeaking = false;

  constructor(language: string, words: Words) {
    this.#language = language;
    this.#words = words;
  }

  button(answer: string): HTMLElement {
    const button = element(
      "button",
      { type: "button", class: "quiet", "aria-pressed": "false" },
      this.#words.readAloud,
    );
    const over = () => this.#show(button, false);
    button.addEventListener("click", () => {
      if (this.#isSpeaking) {
        speechSynthesis.cancel();
        over();
        return;
      }
      speechSynthesis.cancel();
      const { sentences } = wholeSentences(`${answer}\n`, 0);
      for (const [at, sentence] of sentences.entries()) {
        const spoken = new SpeechSynthesisUtterance(sentence);
        // The reports speak Chinese whatever the interface speaks.
        spoken.lang = /\p{Script=Han}/u.test(sentence) ? "zh-CN" : this.#language;
        spoken.addEventListener("error", over);
        if (at === sentences.length - 1) spoken.addEventListener("end", over);
        speechSynthesis.speak(spoken);
      }
      this.#show(button, sentences.length > 0);
    });
    return button;
  }

  #show(button: HTMLElement, isSpeaking: boolean): void {
    this.#isSpeaking = isSpeaking;
    button.setAttribute("aria-pressed", String(isSpeaking));
    button.textContent = isSpeaking ? this.#words.stopReading : this.#words.readAloud;
  }
}
