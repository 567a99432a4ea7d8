import { cpuMs } from "./cpu-time.ts";

/**
 * A machine that is busy with other things is no fault of the question: so many times its time is given again. A worker that is
 * stopped too soon is replaced by one that has to compile everything anew, on the same busy machine: soon none would be ready.
 */
const MORE_TURNS = 9;

/**
 * Counts the time a job works. When it is up and the process has computed for less than half of it, since others held
 * the machine, the time begins again.
 */
export class WorkClock {
  readonly #processId: number | undefined;
  readonly #over: () => void;
  #left: number;
  #turns = 0;
  #began: { readonly at: number; readonly cpu: number | null } | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number, processId: number | undefined, over: () => void) {
    this.#left = ms;
    this.#processId = processId;
    this.#over = over;
    this.start();
  }

  get running(): boolean {
    return this.#began !== null;
  }

  start(): void {
    if (this.#began !== null) return;
    this.#began = { at: performance.now(), cpu: cpuMs(this.#processId) };
    this.#timer = setTimeout(() => this.#up(), this.#left);
  }

  /** Takes back `ms` that were given on top; a job that has used them is over at once. */
  shorten(ms: number): void {
    const began = this.#began;
    this.stop();
    this.#left = Math.max(1, this.#left - ms);
    if (began !== null) this.start();
  }

  stop(): void {
    clearTimeout(this.#timer);
    if (this.#began !== null) this.#left = Math.max(1, this.#left - (performance.now() - this.#began.at));
    this.#began = null;
  }

  #up(): void {
    const before = this.#began?.cpu ?? null;
    const now = cpuMs(this.#processId);
    const computed = before === null || now === null ? this.#left : now - before;
    this.#turns += 1;
    if (computed >= this.#left / 2 || this.#turns > MORE_TURNS) {
      this.#began = null;
      this.#over();
      return;
    }
    this.#timer = setTimeout(() => this.#up(), this.#left);
  }
}
