import { Announcer } from "./announcer.ts";
import { plainText } from "./answer/plain-text.ts";
import { printConversation } from "./answer/print-conversation.ts";
import { saveConversation } from "./answer/save-conversation.ts";
import { Composer } from "./composer.ts";
import { Conversation, type Turn } from "./conversation.ts";
import { element } from "./dom.ts";
import { ATTRIBUTES, type Options, optionsOf } from "./options.ts";
import { type Mode, ReaderModes } from "./reader-modes.ts";
import { ReadingPlace } from "./reading-place.ts";
import { runTurn } from "./run-turn.ts";
import { type Shell, shell } from "./shell.ts";
import { styleSheets } from "./style-sheets.ts";
import { TurnView } from "./turn-view.ts";
import { WholeScreen } from "./whole-screen.ts";

/**
 * `<report-chat endpoint="…">`: ask the reports, read the answer, open its sources.
 * Tells the page with events `report-chat:open`, `:close`, `:ask`, `:answer`, `:error`, `:citation`, `:feedback`, `:mode`.
 */
export class ReportChat extends HTMLElement {
  static readonly observedAttributes: readonly string[] = [...ATTRIBUTES, "open"];

  readonly #shadow = this.attachShadow({ mode: "open" });
  readonly #modes = new ReaderModes();
  #options: Options = optionsOf(this);
  #conversation: Conversation | null = null;
  #composer: Composer | null = null;
  #announcer: Announcer | null = null;
  #shell: Shell | null = null;
  #running: AbortController | null = null;
  #views = new Map<Turn, TurnView>();
  #place: ReadingPlace | null = null;
  readonly #wholeScreen = new WholeScreen(this);

  connectedCallback(): void {
    this.#shadow.adoptedStyleSheets = [...styleSheets];
    if (this.#shell === null) this.#build();
    document.addEventListener("keydown", this.#onKey);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.#onKey);
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.stop();
      this.#wholeScreen.leave();
    });
  }

  /** Escape closes the open panel from anywhere on the page, unless the page or a card had a use for it. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
    if (this.hasAttribute("open")) this.close();
  };

  attributeChangedCallback(name: string): void {
    if (this.#shell === null) return;
    if (name === "open") this.#showOpen(this.#shell);
    else this.#build();
  }

  /** Asks as if the reader had typed it; does nothing while an answer comes in. */
  ask(question: string): void {
    const plain = plainText(question).trim();
    if (plain === "" || this.#running !== null || this.#conversation === null) return;
    this.setAttribute("open", "");
    void this.#run(this.#conversation.add(plain), this.#conversation);
  }

  /** Ends the answer that is coming in. */
  stop(): void {
    this.#running?.abort(new DOMException("stopped", "AbortError"));
  }

  /** Opens the panel and puts the focus into it. */
  open(): void {
    this.setAttribute("open", "");
    this.#composer?.input.focus();
    this.#tell("open", {});
  }

  /** Closes the panel; the focus goes back to the launcher. */
  close(): void {
    if (this.#options.inline) return;
    this.removeAttribute("open");
    this.#shadow.querySelector<HTMLElement>(".launcher")?.focus();
    this.#tell("close", {});
  }

  /** Begins anew; the conversation until now can be taken up again. */
  clear(): void {
    this.stop();
    this.#conversation?.clear();
    this.#build();
    this.#composer?.input.focus();
  }

  /** Takes up the conversation that was left last. */
  #takeUp(): void {
    this.stop();
    this.#conversation?.takeUp();
    this.#build();
    this.#composer?.input.focus();
  }

  #build(): void {
    const options = optionsOf(this, this.#modes.language);
    this.#options = options;
    this.#conversation ??= new Conversation(storageKey(this, options));
    this.#announcer = new Announcer(options.words);
    const actions = { ask: (text: string) => this.ask(text), stop: () => this.stop() };
    this.#composer = new Composer(options.words, actions, options.voice ? options.language : null);
    this.#composer.setBusy(this.#running !== null);
    this.#shell = shell(options, this.#composer, this.#announcer.root, {
      ask: (text) => this.ask(text),
      clear: () => this.clear(),
      close: () => this.close(),
      toggle: (mode) => this.#toggle(mode),
      speak: (language) => {
        this.#modes.speak(language);
        this.#build();
      },
      print: () => printConversation(this),
      save: () => saveConversation(this.#conversation?.turns ?? [], options.words),
      takeUp: this.#conversation.left.length > 0 ? () => this.#takeUp() : null,
    });
    this.#place = new ReadingPlace(this.#shell.scroll);
    const launcher = options.inline ? [] : [this.#launcher(options)];
    const root = element("div", { class: "root", lang: options.language }, ...launcher, this.#shell.panel);
    this.#shadow.replaceChildren(root);
    this.#views = new Map();
    for (const turn of this.#conversation.turns) this.#append(turn, this.#shell);
    this.#place.settle();
    this.#showOpen(this.#shell);
    this.#showModes(this.#shell);
  }

  #launcher({ words }: Options): HTMLElement {
    const onclick = () => (this.hasAttribute("open") ? this.close() : this.open());
    return element(
      "button",
      { type: "button", class: "launcher", "aria-controls": "panel", onclick },
      words.launch,
    );
  }

  #showOpen({ panel }: Shell): void {
    const isOpen = this.#options.inline || this.hasAttribute("open");
    panel.hidden = !isOpen;
    this.#shadow.querySelector(".launcher")?.setAttribute("aria-expanded", String(isOpen));
    if (this.#options.inline) return;
    if (isOpen) this.#wholeScreen.enter(panel);
    else this.#wholeScreen.leave();
  }

  #toggle(mode: Mode): void {
    this.#modes.toggle(mode, this.#options[mode]);
    if (this.#shell !== null) this.#showModes(this.#shell);
    const { large, contrast } = this.#options;
    this.#tell("mode", {
      large: this.#modes.isOn("large", large),
      contrast: this.#modes.isOn("contrast", contrast),
    });
  }

  /** What the page asked for, turned over by what the reader pressed. */
  #showModes({ largeType, highContrast }: Shell): void {
    const { theme, position, inline } = this.#options;
    const large = this.#modes.isOn("large", this.#options.large);
    const contrast = this.#modes.isOn("contrast", this.#options.contrast);
    const names = [
      "root",
      inline ? "inline" : "floating",
      position,
      contrast ? "contrast" : theme,
      large ? "large" : "",
    ];
    this.#shadow.querySelector(".root")?.setAttribute("class", names.join(" ").trim());
    largeType.setAttribute("aria-pressed", String(large));
    highContrast.setAttribute("aria-pressed", String(contrast));
  }

  #show(turn: Turn, shell: Shell): void {
    this.#append(turn, shell);
    this.#place?.begin();
    this.#follow(turn);
  }

  #append(turn: Turn, { turns }: Shell): void {
    const view = new TurnView(turn, this.#options, {
      ask: (question) => this.ask(question),
      edit: (question) => this.#composer?.edit(question),
      retry: (failed) => this.#retry(failed),
      tell: (name, detail) => this.#tell(name, detail),
    });
    this.#views.set(turn, view);
    turns.append(view.root);
  }

  /** Shows how `turn` stands, with its question at the top of the view, unless the reader has scrolled elsewhere. */
  #follow(turn: Turn): void {
    const view = this.#views.get(turn);
    if (view === undefined) return;
    view.update();
    this.#place?.follow(view.root);
  }

  #retry(turn: Turn): void {
    if (this.#running !== null) return;
    this.#conversation?.remove(turn);
    this.#views.get(turn)?.root.remove();
    this.#views.delete(turn);
    this.ask(turn.question);
    this.#composer?.input.focus({ preventScroll: true });
  }

  async #run(turn: Turn, conversation: Conversation): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    if (this.#shell !== null) this.#show(turn, this.#shell);
    this.#composer?.setBusy(true);
    this.#announcer?.begin();
    this.#tell("ask", { question: turn.question });
    await runTurn(turn, conversation, this.#options, {
      signal: running.signal,
      heard: (delta) => this.#announcer?.hear(delta),
      changed: () => this.#follow(turn),
    });
    this.#tellEnd(turn);
    this.#running = null;
    this.#composer?.setBusy(false);
    this.#follow(turn);
  }

  #tellEnd({ outcome }: Turn): void {
    if (outcome.state === "failed") this.#tell("error", { message: outcome.message });
    if (outcome.state !== "answered") return;
    this.#announcer?.finish(this.#options.words.answerReady);
    this.#tell("answer", { response: outcome.response });
  }

  #tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`report-chat:${name}`, { detail, bubbles: true, composed: true }));
  }
}

/** One memory for each widget of a site: by its id, or by its place on the page. */
function storageKey(host: HTMLElement, { endpoint }: Options): string {
  const place = [...document.querySelectorAll(host.localName)].indexOf(host);
  return `report-chat:${endpoint.href}:${host.id || place}`;
}
