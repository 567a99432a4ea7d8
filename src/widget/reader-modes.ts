import { fieldsOf } from "./read-wire.ts";

const KEY = "report-chat:reader";

export type Mode = "large" | "contrast";

/** What this reader has chosen over what the page set; kept for all pages of the site until he chooses again. */
export class ReaderModes {
  readonly #chosen: { large: boolean | null; contrast: boolean | null; language: string | null };

  constructor() {
    const { large, contrast, language } = remembered();
    this.#chosen = {
      large: typeof large === "boolean" ? large : null,
      contrast: typeof contrast === "boolean" ? contrast : null,
      language: language === "en" || language === "zh-CN" ? language : null,
    };
  }

  /** The language chosen; null for the page's own. */
  get language(): string | null {
    return this.#chosen.language;
  }

  isOn(mode: Mode, set: boolean): boolean {
    return this.#chosen[mode] ?? set;
  }

  toggle(mode: Mode, set: boolean): void {
    this.#chosen[mode] = !this.isOn(mode, set);
    this.#keep();
  }

  speak(language: string): void {
    this.#chosen.language = language;
    this.#keep();
  }

  #keep(): void {
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#chosen));
    } catch {
      // A page that forbids storage loses only the memory.
    }
  }
}

function remembered(): { large?: unknown; contrast?: unknown; language?: unknown } {
  try {
    return fieldsOf(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    return {};
  }
}
