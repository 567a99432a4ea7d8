import { EventLine } from "./event-line.ts";
import { WorkerLostError } from "./faults.ts";
import type { Order, Report } from "./messages.ts";
import type { WorkerProcess } from "./worker-process.ts";

interface JobParts {
  readonly deadlineMs: number;
  /** Its reader leaves. */
  readonly signal: AbortSignal;
}

/** One job in a worker, as the serving process sees it. */
export class RunningJob {
  readonly #worker: WorkerProcess;
  readonly #number: number;
  readonly #reports = new EventLine<Report>();
  readonly #signal: AbortSignal;
  #isStopped = false;

  constructor(worker: WorkerProcess, order: (job: number) => Order, { deadlineMs, signal }: JobParts) {
    this.#worker = worker;
    this.#signal = signal;
    this.#number = worker.begin(order, deadlineMs, {
      report: (report) => this.#reports.push(report),
      lost: (how) => {
        this.#isStopped = how === "deadline";
        this.#reports.fail(new WorkerLostError({ how }));
      },
    });
    signal.addEventListener("abort", this.#leave, { once: true });
  }

  /** Id of the index that it is worked at with. */
  get generation(): string | null {
    return this.#worker.generation;
  }

  /** True when it was ended because its time was up. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /**
   * The next report of it.
   * @throws WorkerLostError; the reason of the signal
   */
  next(): Promise<Report> {
    return this.#reports.next();
  }

  /** Asks for the next piece of a page. */
  more(): void {
    this.#worker.send({ type: "more", job: this.#number });
  }

  /** Nobody reads on: what is still under way is given up. */
  close(): void {
    this.#signal.removeEventListener("abort", this.#leave);
    this.#worker.send({ type: "cancel", job: this.#number });
  }

  readonly #leave = () => {
    this.#worker.send({ type: "cancel", job: this.#number });
    this.#reports.fail(this.#signal.reason);
  };
}
