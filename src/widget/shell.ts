import { questionButtons } from "./answer/answer-view.ts";
import type { Composer } from "./composer.ts";
import { coveragePanel } from "./coverage.ts";
import { element } from "./dom.ts";
import type { Options } from "./options.ts";

interface ShellActions {
  readonly ask: (question: string) => void;
  readonly clear: () => void;
  readonly close: () => void;
  readonly toggle: (mode: "large" | "contrast") => void;
  readonly speak: (language: string) => void;
  readonly print: () => void;
  readonly save: () => void;
  /** Takes up the conversation that was left; null when there is none. */
  readonly takeUp: (() => void) | null;
}

/** The frame around a conversation. */
export interface Shell {
  readonly panel: HTMLElement;
  readonly turns: HTMLOListElement;
  readonly scroll: HTMLElement;
  readonly largeType: HTMLButtonElement;
  readonly highContrast: HTMLButtonElement;
}

/** Header, greeting, turns, the composer and the line on who has authority. */
export function shell(
  options: Options,
  composer: Composer,
  announcer: HTMLElement,
  actions: ShellActions,
): Shell {
  const { words, inline } = options;
  const turns = element("ol", { class: "turns" });
  const scroll = element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": words.conversation },
    greeting(options, actions),
    turns,
  );
  const largeType = tool(words.largeType, () => actions.toggle("large"));
  const highContrast = tool(words.highContrast, () => actions.toggle("contrast"));
  const close = element(
    "button",
    { type: "button", class: "close", "aria-label": words.close, onclick: actions.close },
    "×",
  );
  const heading = element("h2", { id: "heading" }, options.heading);
  const panel = element(
    "section",
    { class: "panel", role: inline ? "region" : "dialog", "aria-labelledby": "heading", id: "panel" },
    element("header", {}, heading, inline ? null : close),
    scroll,
    announcer,
    composer.root,
    element(
      "footer",
      {},
      element(
        "p",
        { class: "authority" },
        words.authority,
        options.handover === "" ? null : ` ${options.handover}`,
      ),
      element(
        "div",
        { class: "tools" },
        largeType,
        highContrast,
        tool(words.clear, actions.clear),
        element(
          "details",
          { class: "more" },
          element("summary", {}, words.more),
          element(
            "div",
            {},
            tool(words.print, actions.print),
            tool(words.exportAll, actions.save),
            tool(words.otherLanguage, () => actions.speak(words.otherLanguageCode)),
          ),
        ),
      ),
    ),
  );
  return { panel, turns, scroll, largeType, highContrast };
}

function tool(label: string, onclick: () => void): HTMLButtonElement {
  return element("button", { type: "button", class: "tool", onclick }, label);
}

function greeting(options: Options, { ask, takeUp }: ShellActions): HTMLElement {
  const { greeting: text, examples, coverage, words } = options;
  const list =
    examples.length === 0
      ? []
      : [element("p", { class: "small-title" }, words.examples), questionButtons(examples, ask)];
  return element(
    "div",
    { class: "greeting" },
    element("p", {}, text),
    coverage === "" ? null : element("p", { class: "coverage-line" }, coverage),
    coveragePanel(options),
    takeUp === null ? null : tool(words.takeUp, takeUp),
    ...list,
  );
}
