import type { Citation } from "#protocol/chat.ts";
import { element } from "#widget/dom.ts";
import { plainText } from "./plain-text.ts";

/** So much of a quote tells what it is. */
const SHOWN = 120;
const DELAY_MS = 150;

/**
 * What a marker cites, shown while the pointer or the keyboard rests on it. It can be pointed at itself, stays until the
 * pointer leaves both, and Escape puts it away; the full card opens when the marker is pressed.
 */
export class CitationPreview {
  #shown: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  watch(marker: HTMLElement, citation: Citation): void {
    const later = (action: () => void) => () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(action, DELAY_MS);
    };
    const hide = later(() => this.hide());
    marker.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") later(() => this.#show(marker, citation, hide))();
    });
    marker.addEventListener("pointerleave", hide);
    marker.addEventListener("focus", ({ relatedTarget }) => {
      // Whoever comes back from the card has just read it.
      const isBack = relatedTarget instanceof Element && relatedTarget.closest(".card") !== null;
      if (!isBack && marker.matches(":focus-visible")) this.#show(marker, citation, hide);
    });
    marker.addEventListener("blur", () => this.hide());
    marker.addEventListener("click", () => this.hide());
  }

  /** True when there was one to hide. */
  hide(): boolean {
    clearTimeout(this.#timer);
    if (this.#shown === null) return false;
    this.#shown.remove();
    this.#shown = null;
    return true;
  }

  #show(marker: HTMLElement, citation: Citation, hide: () => void): void {
    this.hide();
    const block = marker.closest<HTMLElement>(".block");
    if (block === null || marker.getAttribute("aria-expanded") === "true") return;
    const quote = plainText(citation.quote).replace(/\s+/g, " ");
    const preview = element(
      "div",
      { class: "preview", role: "tooltip" },
      element("b", {}, plainText(citation.title)),
      element("span", {}, quote.length > SHOWN ? `${quote.slice(0, SHOWN)}…` : quote),
    );
    preview.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    preview.addEventListener("pointerleave", hide);
    block.append(preview);
    const [at, frame] = [marker.getBoundingClientRect(), block.getBoundingClientRect()];
    preview.style.top = `${at.bottom - frame.top + 2}px`;
    preview.style.left = `${Math.max(0, Math.min(at.left - frame.left, frame.width - preview.offsetWidth))}px`;
    this.#shown = preview;
  }
}
