import type { Ask } from "#protocol/chat.ts";
import type { Overview } from "#protocol/overview.ts";
import { endWithParent } from "./end-with-parent.ts";
import { type Order, orderSchema, type Report } from "./messages.ts";
import { PagePieces } from "./page-pieces.ts";

/** What a worker can do, once its index is open. */
export interface Skills {
  readonly overview: Overview;
  /** Id of the index that it has open. */
  readonly generation: string;
  /** Why that is the index before the current one; left out where it is the current one. */
  readonly instead?: string | null;
  readonly ask: Ask;
  /** A page or data set, as the HTTP response a reader would get. */
  readonly read: (request: Request) => Response | Promise<Response>;
  readonly warm: () => Promise<void>;
  /** Lets go of the index. */
  readonly close: () => void;
}

/** Tells the serving process that the job of this signal waits for somebody else, or works again. */
export type Tell = (signal: AbortSignal | undefined, state: "waits" | "works") => void;

/** The half of the boundary that lives in the worker: takes orders from `process`, sends reports. `open` is called again for each renewal. */
export function doJobs(open: (tell: Tell) => Promise<Skills>): void {
  const jobs = new Jobs();
  // Without the serving process there is nobody to work for.
  process.once("disconnect", () => process.exit(0));
  endWithParent();
  open(jobs.tell)
    .then(async (first) => {
      let skills = first;
      process.on("message", (message) => {
        const order = orderSchema.parse(message);
        if (order.type !== "renew") return jobs.take(order, skills);
        void renewed(() => open(jobs.tell), skills).then((next) => {
          skills = next;
        });
      });
      send(readyOf(first));
      await first.warm();
      send({ type: "warm" });
    })
    .catch((error: unknown) => {
      const { code, message } = faultOf(error);
      process.send?.({ type: "failed", code, message } satisfies Report, () => process.exit(1));
    });
}

function readyOf({ overview, generation, instead = null }: Skills): Report {
  return { type: "ready", overview, generation, instead };
}

/** What is current now, opened and warm, with what was open let go of; the same as before where that cannot be. */
async function renewed(open: () => Promise<Skills>, before: Skills): Promise<Skills> {
  let opened: Skills | null = null;
  try {
    opened = await open();
    await opened.warm();
  } catch (error) {
    opened?.close();
    send({ type: "kept", ...faultOf(error) });
    return before;
  }
  before.close();
  send(readyOf(opened));
  return opened;
}

class Jobs {
  readonly #controllers = new Map<number, AbortController>();
  readonly #numbers = new WeakMap<AbortSignal, number>();
  /** What is left to send of each page. */
  readonly #pages = new Map<number, PagePieces>();

  readonly tell: Tell = (signal, type) => {
    const job = signal === undefined ? undefined : this.#numbers.get(signal);
    if (job !== undefined) send({ type, job });
  };

  take(order: Exclude<Order, { type: "renew" }>, skills: Skills): void {
    switch (order.type) {
      case "ask":
        void this.#run(order.job, (signal) => this.#answer(order, skills, signal));
        return;
      case "read":
        void this.#run(order.job, (signal) => this.#open(order, skills, signal));
        return;
      case "more":
        void this.#piece(order.job);
        return;
      case "cancel":
        this.#controllers.get(order.job)?.abort();
        this.#pages.get(order.job)?.cancel();
        if (this.#pages.delete(order.job)) send({ type: "end", job: order.job });
        return;
    }
  }

  async #run(job: number, work: (signal: AbortSignal) => Promise<"over" | "open">): Promise<void> {
    const controller = new AbortController();
    this.#controllers.set(job, controller);
    this.#numbers.set(controller.signal, job);
    try {
      if ((await work(controller.signal)) === "over") send({ type: "end", job });
    } catch (error) {
      if (controller.signal.aborted) send({ type: "end", job });
      else send({ type: "fault", job, ...faultOf(error) });
    } finally {
      this.#controllers.delete(job);
    }
  }

  async #answer(
    { job, request }: Extract<Order, { type: "ask" }>,
    { ask }: Skills,
    signal: AbortSignal,
  ): Promise<"over"> {
    for await (const event of ask(request, signal)) send({ type: "event", job, event });
    return "over";
  }

  async #open(
    { job, url, headers }: Extract<Order, { type: "read" }>,
    { read }: Skills,
    signal: AbortSignal,
  ): Promise<"open"> {
    const response = await read(new Request(url, { headers }));
    signal.throwIfAborted();
    this.#pages.set(job, new PagePieces(response));
    send({ type: "head", job, status: response.status, headers: [...response.headers] });
    return "open";
  }

  async #piece(job: number): Promise<void> {
    const pieces = this.#pages.get(job);
    if (pieces === undefined) return;
    try {
      const bytes = await pieces.next();
      if (bytes !== null) return send({ type: "piece", job, bytes });
      if (this.#pages.delete(job)) send({ type: "end", job });
    } catch (error) {
      if (this.#pages.delete(job)) send({ type: "fault", job, ...faultOf(error) });
    }
  }
}

function send(report: Report): void {
  if (process.connected) process.send?.(report);
}

function faultOf(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: "defect", message: String(error) };
  if ("code" in error && "audience" in error) return { code: String(error.code), message: error.message };
  return { code: "defect", message: error.stack ?? error.message };
}
