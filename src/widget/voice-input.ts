import { element } from "./dom.ts";
import type { Words } from "./words.ts";

/** What is used of the recogniser of a browser; TypeScript does not know it yet. */
interface Recogniser extends EventTarget {
  lang: string;
  interimResults: boolean;
  start(): void;
  stop(): void;
}

/** The browser's own recogniser; null where it has none. Some browsers send what they hear to their maker. */
function recogniserOf(language: string): Recogniser | null {
  const made: unknown =
    Reflect.get(globalThis, "SpeechRecognition") ?? Reflect.get(globalThis, "webkitSpeechRecognition");
  if (typeof made !== "function") return null;
  const recogniser: Recogniser = Reflect.construct(made, []);
  recogniser.lang = language;
  recogniser.interimResults = false;
  return recogniser;
}

/**
 * A button that writes what is said into the box, to be read over before it is asked; pressed again it stops. Null where the site
 * or the browser does not offer it.
 */
export function voiceButton(input: HTMLTextAreaElement, language: string, words: Words): HTMLElement | null {
  const recogniser = recogniserOf(language);
  if (recogniser === null) return null;
  let isListening = false;
  const show = (listens: boolean) => {
    isListening = listens;
    button.setAttribute("aria-pressed", String(listens));
    button.textContent = listens ? words.stopListening : words.speak;
  };
  const button = element(
    "button",
    {
      type: "button",
      class: "quiet voice",
      "aria-pressed": "false",
      onclick: () => {
        show(!isListening);
        if (isListening) recogniser.start();
        else recogniser.stop();
      },
    },
    words.speak,
  );
  recogniser.addEventListener("result", (event) => {
    input.value += heardIn(event);
    input.focus();
  });
  for (const end of ["end", "error"]) recogniser.addEventListener(end, () => show(false));
  return button;
}

/** The words of the likeliest reading of each stretch. */
function heardIn(event: Event): string {
  const results: unknown = Reflect.get(event, "results");
  if (typeof results !== "object" || results === null) return "";
  return Array.from({ length: Number(Reflect.get(results, "length")) }, (_, at) => {
    const likeliest: unknown = Reflect.get(Object(Reflect.get(results, at)), 0);
    const transcript: unknown = Reflect.get(Object(likeliest), "transcript");
    return typeof transcript === "string" ? transcript : "";
  }).join("");
}
