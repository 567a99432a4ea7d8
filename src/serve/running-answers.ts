import { ProblemError } from "./problem.ts";

/** One answer under way: abort `signal` to stop it, call `end` when it is over. */
export interface RunningAnswer {
  readonly controller: AbortController;
  readonly end: () => void;
}

/** Every answer under way, so that a stop can wait for them and then end them: a server never closes under an open stream. */
export class RunningAnswers {
  /** Each with the client that asked. */
  readonly #running = new Map<AbortController, string>();
  #draining = false;
  #onEmpty: (() => void) | null = null;

  get size(): number {
    return this.#running.size;
  }

  get draining(): boolean {
    return this.#draining;
  }

  /** How many answers of one client are under way. */
  of(client: string): number {
    return [...this.#running.values()].filter((asker) => asker === client).length;
  }

  begin(client: string): RunningAnswer {
    const controller = new AbortController();
    this.#running.set(controller, client);
    const end = () => {
      this.#running.delete(controller);
      if (this.#running.size === 0) this.#onEmpty?.();
    };
    return { controller, end };
  }

  /** Admit no more; resolves when all have ended, at the latest `deadlineMs` from now, when the rest is aborted. */
  async drain(deadlineMs: number): Promise<void> {
    this.#draining = true;
    if (this.#running.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, deadlineMs);
      this.#onEmpty = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    for (const controller of this.#running.keys())
      controller.abort(new ProblemError("draining", { retryAfter: 5 }));
  }
}
