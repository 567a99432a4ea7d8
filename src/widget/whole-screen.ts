/** On screens as small as these the open panel is all there is; the style sheet draws the same line. */
const SMALL = "(max-width: 480px), (max-height: 480px)";

/**
 * While the floating panel fills a phone's screen, the page behind it can neither be reached nor scrolled, and the panel
 * ends where the keyboard begins.
 */
export class WholeScreen {
  readonly #host: HTMLElement;
  readonly #small = matchMedia(SMALL);
  #panel: HTMLElement | null = null;
  #still: readonly Element[] = [];
  #overflow = "";

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** The panel is open; called again for a new panel. */
  enter(panel: HTMLElement): void {
    this.leave();
    this.#panel = panel;
    this.#small.addEventListener("change", this.#adapt);
    visualViewport?.addEventListener("resize", this.#fit);
    this.#adapt();
  }

  /** The panel is closed, or gone. */
  leave(): void {
    if (this.#panel === null) return;
    this.#small.removeEventListener("change", this.#adapt);
    visualViewport?.removeEventListener("resize", this.#fit);
    this.#release();
    this.#panel = null;
  }

  readonly #adapt = (): void => {
    this.#release();
    if (!this.#small.matches || this.#panel === null) return;
    this.#panel.setAttribute("aria-modal", "true");
    this.#still = othersThan(this.#host);
    for (const each of this.#still) each.setAttribute("inert", "");
    const { style } = document.documentElement;
    this.#overflow = style.overflow;
    style.overflow = "hidden";
    this.#fit();
  };

  readonly #fit = (): void => {
    const height = visualViewport?.height;
    if (height !== undefined) this.#panel?.style.setProperty("--visible", `${Math.floor(height)}px`);
  };

  #release(): void {
    if (!this.#panel?.hasAttribute("aria-modal")) return;
    this.#panel.removeAttribute("aria-modal");
    this.#panel.style.removeProperty("--visible");
    for (const each of this.#still) each.removeAttribute("inert");
    this.#still = [];
    document.documentElement.style.overflow = this.#overflow;
  }
}

/** Everything of the page that neither holds `host` nor is it, and was not made unreachable by the page itself. */
export function othersThan(host: Element): Element[] {
  const others: Element[] = [];
  for (let at: Element | null = host; at !== null && at !== document.body; at = at.parentElement) {
    const siblings = [...(at.parentElement?.children ?? [])];
    others.push(...siblings.filter((each) => each !== at && !each.hasAttribute("inert")));
  }
  return others;
}
