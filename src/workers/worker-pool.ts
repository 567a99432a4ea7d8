import type { Asker, ChatEvent, ChatRequest } from "#protocol/chat.ts";
import type { Overview } from "#protocol/overview.ts";
import { answerEvents } from "./answer-events.ts";
import { ExpectedWait } from "./expected-wait.ts";
import { FairQueue, type QueueLimits } from "./fair-queue.ts";
import { OverloadedError, type WorkerFaultError } from "./faults.ts";
import type { Order } from "./messages.ts";
import { pageResponse } from "./page-response.ts";
import { countsFromZero, type PoolCounts } from "./pool-counts.ts";
import { RunningJob } from "./running-job.ts";
import { WorkerCrew } from "./worker-crew.ts";
import type { OpenedIndex, WorkerProcess, WorkerProgram } from "./worker-process.ts";

export interface PoolSettings {
  readonly program: WorkerProgram;
  readonly workers: number;
  /** Workers ready besides, for the moment that one ends. */
  readonly spares?: number;
  /** Milliseconds of work a question may take. */
  readonly answerDeadlineMs: number;
  /** Milliseconds of work a page or data set may take. */
  readonly readDeadlineMs: number;
  readonly queue: QueueLimits & {
    /** Milliseconds one waits for a worker before being told to come back. */
    readonly patienceMs: number;
  };
  /** Told why a worker that takes another's place cannot start; it is tried again, with longer and longer pauses. */
  readonly onFault?: (fault: WorkerFaultError) => void;
  /** Told of every worker that ended and every job that was stopped, in words fit for a log. */
  readonly log: (line: string) => void;
}

/** The workers, and the queue in front of them. Nothing here computes: it carries orders and reports. */
export class WorkerPool {
  readonly counts: PoolCounts = countsFromZero();
  readonly #settings: PoolSettings;
  readonly #queue: FairQueue<(worker: WorkerProcess) => void>;
  readonly #crew: WorkerCrew;
  readonly #wait = new ExpectedWait();
  #opened: OpenedIndex | null = null;

  constructor(settings: PoolSettings) {
    this.#settings = settings;
    this.#queue = new FairQueue(settings.queue);
    this.#crew = new WorkerCrew(settings, () => this.#serve());
  }

  /** Starts every worker; resolves with the first that is ready, rejects with the fault of the first that cannot start. */
  async start(): Promise<Overview> {
    const opened = await this.#crew.start();
    this.#opened = opened;
    return opened.overview;
  }

  /**
   * Goes over to the index that is current now without a job lost: each worker goes when one that has opened it is warm.
   * @throws WorkerFaultError when it cannot be opened; what was open before then stays
   */
  renew(): Promise<void> {
    return this.#crew.renew((opened) => {
      this.#opened = opened;
    });
  }

  /** What the worker that started last has open; null before the first is ready. */
  get opened(): OpenedIndex | null {
    return this.#opened;
  }

  /** Ends every worker at once. */
  stop(): void {
    this.#crew.stop();
  }

  get waiting(): number {
    return this.#queue.size;
  }

  /** How many workers have the index open. */
  get ready(): number {
    return this.#crew.ready;
  }

  /** True while a worker is ready, or has been so a moment ago and its successor is on the way. */
  get isServing(): boolean {
    return this.#crew.isServing;
  }

  get processIds(): readonly number[] {
    return this.#crew.processIds;
  }

  /**
   * Waits for a worker, gives it the question, and yields its events. A question stopped at the deadline ends as a refusal.
   * @throws OverloadedError when none came free; the signal's reason. The events throw WorkerLostError, WorkerFaultError
   */
  async ask(request: ChatRequest, asker: Asker): Promise<AsyncIterable<ChatEvent>> {
    const { answerDeadlineMs: deadlineMs, log } = this.#settings;
    const job = await this.#job((number) => ({ type: "ask", job: number, request }), deadlineMs, asker);
    return answerEvents(job, request, { deadlineMs, log, counts: this.counts });
  }

  /**
   * A page or data set from a worker, as an HTTP response whose body is fetched as fast as it is read.
   * @throws OverloadedError, ReadStoppedError, WorkerLostError, WorkerFaultError; the signal's reason
   */
  async read(request: Request, asker: Asker): Promise<Response> {
    const { readDeadlineMs: deadlineMs, log } = this.#settings;
    const { url } = request;
    const headers = Object.fromEntries(request.headers);
    const job = await this.#job((number) => ({ type: "read", job: number, url, headers }), deadlineMs, asker);
    return pageResponse(job, request, { deadlineMs, log, counts: this.counts });
  }

  /** A job that has begun in a worker, as soon as this client's turn has come. */
  #job(order: (job: number) => Order, deadlineMs: number, { client, signal }: Asker): Promise<RunningJob> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", left);
      };
      const giveUp = (error: unknown) => {
        settle();
        this.#queue.remove(client, begun);
        reject(error);
      };
      const turnAway = () => {
        this.counts.turnedAway += 1;
        giveUp(new OverloadedError({ retryAfter: soon() }));
      };
      const left = () => giveUp(signal.reason);
      const begun = (worker: WorkerProcess) => {
        settle();
        resolve(new RunningJob(worker, order, { deadlineMs, signal }));
      };
      const { patienceMs } = this.#settings.queue;
      const timer = setTimeout(turnAway, patienceMs);
      signal.addEventListener("abort", left, { once: true });
      const isInVain = this.#wait.exceeds(patienceMs, this.#queue.size);
      if (!isInVain && this.#queue.push(client, begun)) this.#serve();
      else turnAway();
    });
  }

  /** Gives free workers to those whose turn it is. */
  #serve(): void {
    for (;;) {
      const worker = this.#queue.size === 0 ? null : this.#crew.free();
      if (worker === null) return;
      const begin = this.#queue.shift();
      this.#wait.begun(this.#queue.size, performance.now());
      begin?.(worker);
    }
  }
}

/** Seconds until a visitor may try again, spread so that they do not all come back at once. */
function soon(): number {
  return 2 + Math.floor(Math.random() * 4);
}
