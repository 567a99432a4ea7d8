import { plainText, wholeSentences } from "./answer/plain-text.ts";
import { element } from "./dom.ts";
import type { Words } from "./words.ts";

/** Longer answers are not read out to the end. */
const SPOKEN = 1_500;

/** Tells a screen reader each whole sentence of an answer, politely and once. */
export class Announcer {
  readonly root: HTMLElement;
  readonly #words: Words;
  #heard = "";
  #said = 0;

  constructor(words: Words) {
    this.#words = words;
    this.root = element("div", {
      class: "unseen",
      role: "log",
      "aria-live": "polite",
      "aria-label": words.log,
    });
  }

  /** A new answer begins; what was said before is forgotten. */
  begin(): void {
    this.#heard = "";
    this.#said = 0;
    this.root.replaceChildren();
  }

  hear(delta: string): void {
    this.#heard += delta;
    if (this.#heard.length > SPOKEN) return;
    const { sentences, end } = wholeSentences(this.#heard, this.#said);
    this.#said = end;
    for (const sentence of sentences) this.#say(sentence);
  }

  /** The answer is over: says what is left of it, then `last`. */
  finish(last: string): void {
    const { sentences } = wholeSentences(`${this.#heard}\n`, this.#said);
    if (this.#heard.length > SPOKEN) this.#say(this.#words.longAnswer);
    else for (const sentence of sentences) this.#say(sentence);
    this.#said = this.#heard.length;
    this.#say(last);
  }

  #say(words: string): void {
    this.root.append(element("p", {}, plainText(words).slice(0, SPOKEN)));
  }
}
