/**
 * Where the reader is in a conversation: in the panel's own scroll, or in the page where the panel grows with it
 * (within a page on a phone). A turn that moves is followed only by a reader who has stayed where he was put.
 */
export class ReadingPlace {
  readonly #scroll: HTMLElement;
  /** Where the view was last put by us. */
  #put = 0;

  constructor(scroll: HTMLElement) {
    this.#scroll = scroll;
  }

  /** A conversation taken up again shows its last turn; the page itself is left where it is. */
  settle(): void {
    const last = this.#scroll.querySelector<HTMLElement>(".turn:last-child");
    if (last !== null && this.#scroller === this.#scroll) this.#scroll.scrollTop = last.offsetTop;
  }

  /** From here on the reader is followed. */
  begin(): void {
    this.#put = this.#scroller.scrollTop;
  }

  /** Puts `turn` at the top of the view, unless the reader has scrolled elsewhere. */
  follow(turn: HTMLElement): void {
    const scroller = this.#scroller;
    if (Math.abs(scroller.scrollTop - this.#put) > 2) return;
    if (scroller === this.#scroll) scroller.scrollTop = turn.offsetTop;
    else turn.scrollIntoView({ block: "start", behavior: "instant" });
    this.#put = scroller.scrollTop;
  }

  get #scroller(): Element {
    const grows = getComputedStyle(this.#scroll).overflowY === "visible";
    return grows ? (document.scrollingElement ?? this.#scroll) : this.#scroll;
  }
}
