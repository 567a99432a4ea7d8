import type { Overview } from "#protocol/overview.ts";
import type { WorkerFaultError } from "./faults.ts";
import { WorkerProcess, type WorkerProgram } from "./worker-process.ts";

interface CrewSettings {
  readonly program: WorkerProgram;
  readonly workers: number;
  readonly onFault?: (fault: WorkerFaultError) => void;
  readonly log: (line: string) => void;
}

/** A worker that dies young is followed by the next after a pause that doubles from the first to the second, in ms. */
const PAUSE_MS = { first: 100, longest: 30_000 } as const;
/** Milliseconds after which a worker has not died young. */
const YOUTH_MS = 10_000;
/** Milliseconds within which a successor should be ready. */
const SUCCESSION_MS = 15_000;

/** As many workers as are wanted: each that ends is followed by another. */
export class WorkerCrew {
  readonly #settings: CrewSettings;
  readonly #onFree: () => void;
  readonly #members = new Set<WorkerProcess>();
  readonly #pauses = new Set<NodeJS.Timeout>();
  #youngDeaths = 0;
  #hasEnded = false;
  #lastReady = Number.NEGATIVE_INFINITY;

  constructor(settings: CrewSettings, onFree: () => void) {
    this.#settings = settings;
    this.#onFree = onFree;
  }

  /** Resolves when the first is ready, rejects with the fault of the first that cannot start, when none follows it. */
  start(): Promise<Overview> {
    this.#hasEnded = false;
    return new Promise((resolve, reject) => {
      const members = Array.from({ length: this.#settings.workers }, () => ({
        ready: resolve,
        failed: (fault: Error) => {
          this.stop();
          reject(fault);
        },
      }));
      for (const first of members) this.#hire(first);
    });
  }

  stop(): void {
    this.#hasEnded = true;
    for (const pause of this.#pauses) clearTimeout(pause);
    this.#pauses.clear();
    for (const member of this.#members) member.kill();
  }

  get ready(): number {
    return [...this.#members].filter(({ isReady }) => isReady).length;
  }

  /** True while one is ready, or was within the time that a successor takes to start. */
  get isServing(): boolean {
    return this.ready > 0 || performance.now() - this.#lastReady < SUCCESSION_MS;
  }

  get processIds(): readonly number[] {
    return [...this.#members].flatMap(({ processId }) => processId ?? []);
  }

  /** One that would begin at once, that with the fewest jobs waiting in it; null when all are at work. */
  free(): WorkerProcess | null {
    const free = [...this.#members].filter((member) => member.isFree);
    return free.sort((one, other) => one.jobs - other.jobs)[0] ?? null;
  }

  #hire(first?: { ready: (overview: Overview) => void; failed: (fault: Error) => void }): void {
    const hired = performance.now();
    let hasStarted = false;
    const worker: WorkerProcess = new WorkerProcess(this.#settings.program, {
      ready: (overview) => {
        hasStarted = true;
        first?.ready(overview);
        this.#onFree();
      },
      gone: (fault) => {
        if (fault === null) this.#lastReady = performance.now();
        this.#members.delete(worker);
        if (this.#hasEnded) return;
        this.#youngDeaths = performance.now() - hired < YOUTH_MS ? this.#youngDeaths + 1 : 0;
        if (first !== undefined && fault !== null && this.ready === 0) return first.failed(fault);
        if (fault !== null) this.#told(fault);
        this.#rehire(hasStarted);
      },
      changed: this.#onFree,
    });
    this.#members.add(worker);
  }

  #told(fault: WorkerFaultError): void {
    this.#settings.log(`a worker could not start: ${fault.message}`);
    this.#settings.onFault?.(fault);
  }

  #rehire(hadStarted: boolean): void {
    const doubled = PAUSE_MS.first * 2 ** Math.max(0, this.#youngDeaths - (hadStarted ? 1 : 0));
    const pause = setTimeout(
      () => {
        this.#pauses.delete(pause);
        this.#hire();
      },
      Math.min(PAUSE_MS.longest, doubled),
    );
    this.#pauses.add(pause);
  }
}
