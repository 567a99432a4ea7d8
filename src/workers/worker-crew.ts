import { WorkerFaultError } from "./faults.ts";
import { type OpenedIndex, WorkerProcess, type WorkerProgram } from "./worker-process.ts";

interface CrewSettings {
  readonly program: WorkerProgram;
  readonly workers: number;
  /** Workers ready besides: one takes the place of a worker that ends at once, and works at nothing before. */
  readonly spares?: number;
  readonly onFault?: (fault: WorkerFaultError) => void;
  readonly log: (line: string) => void;
}

/** A worker that dies young is followed by the next after a pause that doubles from the first to the second, in ms. */
const PAUSE_MS = { first: 100, longest: 30_000 } as const;
/** Milliseconds after which a worker has not died young. */
const YOUTH_MS = 10_000;
/** Milliseconds within which a successor should be ready. */
const SUCCESSION_MS = 15_000;

/** Milliseconds that a worker which is followed has for the jobs it still holds: the longest answer, and a slow reader's page. */
const FAREWELL_MS = 120_000;

/** As many workers as are wanted: each that ends is followed by another. */
export class WorkerCrew {
  readonly #settings: CrewSettings;
  readonly #onFree: () => void;
  readonly #members = new Set<WorkerProcess>();
  /** Those that are not warm yet, while who is to go still works. */
  readonly #successors = new Set<WorkerProcess>();
  readonly #pauses = new Set<NodeJS.Timeout>();
  #youngDeaths = 0;
  #hasSpares = false;
  #hasEnded = false;
  #lastReady = Number.NEGATIVE_INFINITY;

  constructor(settings: CrewSettings, onFree: () => void) {
    this.#settings = settings;
    this.#onFree = onFree;
  }

  /** Resolves when the first is ready, rejects with the fault of the first that cannot start, when none follows it. */
  start(): Promise<OpenedIndex> {
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

  /**
   * Opens the index anew, one worker after another, those without jobs first: no job is lost, and each is of one index. Where another
   * is ready meanwhile a worker ends its jobs and opens what is current in the place of what it has; the only one is followed by a
   * process of its own instead, and goes when that is warm.
   * @throws WorkerFaultError of one that cannot open it; the workers at hand then stay as they are
   */
  async renew(onOpened: (opened: OpenedIndex) => void): Promise<void> {
    const members = [...this.#members]
      .filter(({ isRetired }) => !isRetired)
      .sort((one, other) => one.jobs - other.jobs);
    for (const member of members) {
      if (this.#hasEnded) return;
      // It ended meanwhile: whoever takes its place opens what is current.
      if (!this.#members.has(member)) continue;
      const others = members.some((other) => other !== member && other.isReady);
      onOpened(await (others && member.isReady ? member.renew(FAREWELL_MS) : this.#succeed(member)));
    }
  }

  stop(): void {
    this.#hasEnded = true;
    for (const successor of this.#successors) successor.kill();
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
    return [...this.#members, ...this.#successors].flatMap(({ processId }) => processId ?? []);
  }

  /** One that would begin at once, a warm one first, then that with the fewest jobs waiting in it; null when as many as may are at work. */
  free(): WorkerProcess | null {
    const free = [...this.#members].filter((member) => member.isFree);
    if (this.ready - free.length >= this.#settings.workers) return null;
    return (
      free.sort((one, other) => Number(other.isWarm) - Number(one.isWarm) || one.jobs - other.jobs)[0] ?? null
    );
  }

  #succeed(old: WorkerProcess): Promise<OpenedIndex> {
    return new Promise((resolve, reject) => {
      let opened: OpenedIndex | null = null;
      let hasJoined = false;
      const hired = performance.now();
      const successor: WorkerProcess = new WorkerProcess(this.#settings.program, {
        ready: (found) => {
          opened = found;
        },
        warm: () => {
          if (opened === null) return;
          hasJoined = true;
          this.#successors.delete(successor);
          this.#members.add(successor);
          old.retire(FAREWELL_MS);
          this.#onFree();
          resolve(opened);
        },
        gone: (fault) => {
          this.#successors.delete(successor);
          if (hasJoined) this.#followed(successor, hired, true);
          else
            reject(
              fault ?? new WorkerFaultError({ code: "defect", message: "A worker ended while it warmed." }),
            );
        },
        changed: this.#onFree,
      });
      this.#successors.add(successor);
    });
  }

  #hire(first?: { ready: (opened: OpenedIndex) => void; failed: (fault: Error) => void }): void {
    const hired = performance.now();
    let hasStarted = false;
    const worker: WorkerProcess = new WorkerProcess(this.#settings.program, {
      ready: (opened) => {
        hasStarted = true;
        first?.ready(opened);
        this.#toldOf(opened);
        this.#onFree();
      },
      // Not before: the first to be ready has the machine to itself.
      warm: () => this.#hireSpares(),
      gone: (fault) => {
        this.#members.delete(worker);
        if (first !== undefined && fault !== null && this.ready === 0 && !this.#hasEnded)
          return first.failed(fault);
        if (fault !== null && !this.#hasEnded) this.#told(fault);
        this.#followed(worker, hired, hasStarted);
      },
      changed: this.#onFree,
    });
    this.#members.add(worker);
  }

  #hireSpares(): void {
    if (this.#hasSpares || this.#hasEnded) return;
    this.#hasSpares = true;
    for (let spare = 0; spare < (this.#settings.spares ?? 0); spare += 1) this.#hire();
  }

  /** Another follows one that is gone, unless it was to go. */
  #followed(gone: WorkerProcess, hired: number, hasStarted: boolean): void {
    this.#members.delete(gone);
    if (hasStarted) this.#lastReady = performance.now();
    if (this.#hasEnded || gone.isRetired) return;
    this.#youngDeaths = performance.now() - hired < YOUTH_MS ? this.#youngDeaths + 1 : 0;
    this.#rehire(hasStarted);
  }

  /** A worker that had to open an older index answers from it meanwhile. */
  #toldOf({ instead }: OpenedIndex): void {
    if (instead !== null)
      this.#settings.onFault?.(new WorkerFaultError({ code: "index_unusable", message: instead }));
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
