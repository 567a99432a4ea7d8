import { type ChildProcess, fork } from "node:child_process";
import { isSource } from "#domain/own-module.ts";
import type { Overview } from "#protocol/overview.ts";
import { WorkerFaultError } from "./faults.ts";
import { type Order, type Report, reportSchema } from "./messages.ts";
import { WorkClock } from "./work-clock.ts";

/** How a worker is started: a module of ours that calls `doJobs`. */
export interface WorkerProgram {
  readonly file: string;
  readonly args: readonly string[];
  /** Settings besides those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a worker has open. */
export interface OpenedIndex {
  readonly overview: Overview;
  readonly generation: string;
  /** Why that is the index before the current one; null where it is the current one. */
  readonly instead: string | null;
}

export interface WorkerHooks {
  readonly ready: (opened: OpenedIndex) => void;
  /** What the first questions would wait for is made. */
  readonly warm?: () => void;
  /** It has died, or never came to be ready: `fault` says why in that case. */
  readonly gone: (fault: WorkerFaultError | null) => void;
  /** A job of it began to wait, or works again, or is over: it may be free. */
  readonly changed: () => void;
}

/** What becomes of one job; `lost` is its last word when the worker dies first. */
export interface JobListener {
  readonly report: (report: Report) => void;
  readonly lost: (how: "deadline" | "died") => void;
}

interface Held {
  readonly listener: JobListener;
  readonly clock: WorkClock;
}

/** How an opening anew ends. */
interface Renewal {
  readonly resolve: (opened: OpenedIndex) => void;
  readonly reject: (fault: WorkerFaultError) => void;
}

/** So much longer may a job take while the worker's own first questions run beside it. */
const WARMING_MS = 15_000;

/** One child process with the index open. It works at one job at a time; others may wait in it for a language model. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #hooks: WorkerHooks;
  readonly #jobs = new Map<number, Held>();
  #state: "starting" | "ready" | "renewing" | "gone" = "starting";
  #warm = false;
  #isRetired = false;
  #generation: string | null = null;
  #fault: WorkerFaultError | null = null;
  #last = 0;
  #renewal: Renewal | null = null;

  constructor({ file, args, environment = {} }: WorkerProgram, hooks: WorkerHooks) {
    this.#hooks = hooks;
    this.#child = fork(file, [...args], {
      execArgv: isSource(import.meta.url) ? ["--import", import.meta.resolve("tsx")] : [],
      env: { ...process.env, ...environment },
      serialization: "advanced",
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    this.#child.on("message", (message) => this.#take(message));
    this.#child.on("error", (error) => this.#gone(error.message));
    this.#child.on("exit", (code, signal) => this.#gone(signal ?? `exit ${code}`));
  }

  get processId(): number | undefined {
    return this.#child.pid;
  }

  get isReady(): boolean {
    return this.#state === "ready" && !this.#isRetired;
  }

  /** True once it takes no more jobs since another took its place. */
  get isRetired(): boolean {
    return this.#isRetired;
  }

  /** Id of the index that it has open; null before. */
  get generation(): string | null {
    return this.#generation;
  }

  /** True when what the first questions would wait for is made. */
  get isWarm(): boolean {
    return this.#warm;
  }

  /** True when a job would be begun at once. */
  get isFree(): boolean {
    return this.isReady && ![...this.#jobs.values()].some(({ clock }) => clock.running);
  }

  /** How many jobs it holds, those that wait for a language model among them. */
  get jobs(): number {
    return this.#jobs.size;
  }

  /** Begins a job; after `deadlineMs` of work the whole process is ended. Returns the job's number. */
  begin(order: (job: number) => Order, deadlineMs: number, listener: JobListener): number {
    this.#last += 1;
    const job = this.#last;
    const clock = new WorkClock(deadlineMs + (this.#warm ? 0 : WARMING_MS), this.processId, () => {
      this.#jobs.delete(job);
      listener.lost("deadline");
      this.kill();
    });
    this.#jobs.set(job, { listener, clock });
    this.send(order(job));
    return job;
  }

  send(order: Order): void {
    if (this.#isOpen && this.#child.connected) this.#child.send(order, () => {});
  }

  /** Ends it at once, whatever it does: a regular expression cannot be interrupted in any other way. */
  kill(): void {
    this.#child.kill("SIGKILL");
    this.#gone("SIGKILL");
  }

  /**
   * Opens what is current now in the place of what is open, after its last job, at the latest after `deadlineMs`, when it is ended.
   * It takes no jobs meanwhile.
   * @throws WorkerFaultError where that cannot be opened: what is open then stays
   */
  renew(deadlineMs: number): Promise<OpenedIndex> {
    this.#state = "renewing";
    const late = setTimeout(() => {
      if (this.#jobs.size > 0) this.kill();
    }, deadlineMs);
    late.unref();
    return new Promise<OpenedIndex>((resolve, reject) => {
      this.#renewal = { resolve, reject };
      this.#renewWhenDone();
    }).finally(() => clearTimeout(late));
  }

  #renewWhenDone(): void {
    if (this.#state === "renewing" && this.#jobs.size === 0) this.send({ type: "renew" });
  }

  /** Its index is open: it hears of orders. */
  get #isOpen(): boolean {
    return this.#state === "ready" || this.#state === "renewing";
  }

  /** Takes no more jobs, ends those it has, at the latest after `deadlineMs`, and then itself. */
  retire(deadlineMs: number): void {
    this.#isRetired = true;
    this.#endWhenDone();
    const timer = setTimeout(() => this.kill(), deadlineMs);
    timer.unref();
    this.#child.once("exit", () => clearTimeout(timer));
  }

  #endWhenDone(): void {
    if (this.#isRetired && this.#jobs.size === 0) this.kill();
  }

  #take(message: unknown): void {
    if (this.#state === "gone") return;
    const parsed = reportSchema.safeParse(message);
    if (!parsed.success) {
      process.stderr.write(`a worker sent what is no report: ${parsed.error.message}\n`);
      this.kill();
      return;
    }
    const report = parsed.data;
    switch (report.type) {
      case "ready":
        this.#state = "ready";
        this.#generation = report.generation;
        if (this.#renewal === null) this.#hooks.ready(report);
        else this.#renewed(({ resolve }) => resolve(report));
        return;
      case "kept":
        this.#state = "ready";
        this.#renewed(({ reject }) => reject(new WorkerFaultError(report)));
        return;
      case "warm":
        this.#warm = true;
        for (const { clock } of this.#jobs.values()) clock.shorten(WARMING_MS);
        this.#hooks.warm?.();
        return;
      case "failed":
        this.#fault = new WorkerFaultError(report);
        return;
      default:
        this.#forward(report);
    }
  }

  #renewed(told: (renewal: Renewal) => void): void {
    const renewal = this.#renewal;
    this.#renewal = null;
    if (renewal !== null) told(renewal);
    this.#hooks.changed();
  }

  #forward(report: Extract<Report, { job: number }>): void {
    const running = this.#jobs.get(report.job);
    if (running === undefined) return;
    const { clock, listener } = running;
    if (report.type === "waits" || report.type === "head") clock.stop();
    if (report.type === "works") clock.start();
    if (report.type === "end" || report.type === "fault") {
      clock.stop();
      this.#jobs.delete(report.job);
    }
    listener.report(report);
    if (!clock.running) this.#hooks.changed();
    this.#endWhenDone();
    if (report.type === "end" || report.type === "fault") this.#renewWhenDone();
  }

  #gone(how: string): void {
    if (this.#state === "gone") return;
    const started = this.#isOpen;
    this.#state = "gone";
    const jobs = [...this.#jobs.values()];
    this.#jobs.clear();
    for (const { clock, listener } of jobs) {
      clock.stop();
      listener.lost("died");
    }
    const fault =
      this.#fault ?? new WorkerFaultError({ code: "defect", message: `A worker ended (${how}).` });
    this.#renewal?.reject(fault);
    this.#hooks.gone(started ? null : fault);
  }
}
