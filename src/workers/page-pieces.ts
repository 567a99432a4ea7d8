const PIECE_BYTES = 128 * 1024;

/** The body of a page, taken piece by piece as its reader takes it; what is made on the way is made no sooner. */
export class PagePieces {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | null;
  #rest = new Uint8Array();

  constructor({ body }: Response) {
    this.#reader = body?.getReader() ?? null;
  }

  /** The next piece, a copy that carries nothing else over the boundary; null at the end. */
  async next(): Promise<Uint8Array<ArrayBuffer> | null> {
    while (this.#rest.length === 0) {
      const read = await this.#reader?.read();
      if (read === undefined || read.done) return null;
      this.#rest = new Uint8Array(read.value);
    }
    const piece = this.#rest.slice(0, PIECE_BYTES);
    this.#rest = this.#rest.subarray(PIECE_BYTES);
    return piece;
  }

  /** Nobody reads on. */
  cancel(): void {
    this.#reader?.cancel().catch(() => undefined);
  }
}
