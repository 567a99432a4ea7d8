import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { ChatEvent } from "#protocol/chat.ts";
import type { ObservedRequest } from "#serve/services.ts";
import type { WorkerPool } from "#workers/worker-pool.ts";

/** Upper bounds in seconds: answers take milliseconds, a language model half a minute. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export interface ServiceMetrics {
  /** Everything in the text format of Prometheus. */
  readonly text: () => Promise<string>;
  readonly observe: (request: ObservedRequest) => void;
  /** Seconds that a question waited for a worker. */
  readonly queued: (ms: number) => void;
  /** The same events, each stage of theirs and how they ended counted. */
  readonly counted: (events: AsyncIterable<ChatEvent>) => AsyncIterable<ChatEvent>;
}

/** What the service counts and measures of itself; no word of a question and no address of a reader is in it. */
export function serviceMetrics(pool: WorkerPool, isAnswering: () => boolean): ServiceMetrics {
  const registers = [new Registry()];
  const [register = new Registry()] = registers;
  // Among them the delay of the event loop: nodejs_eventloop_lag_p99_seconds.
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: "wenzheng_http_requests_total",
    help: "Requests by route, method and status; those of health and metrics are not counted",
    labelNames: ["route", "method", "status"],
    registers,
  });
  const seconds = new Histogram({
    name: "wenzheng_http_request_seconds",
    help: "Seconds until the reply began",
    labelNames: ["route"],
    buckets: SECONDS,
    registers,
  });
  const answers = new Counter({
    name: "wenzheng_answers_total",
    help: "Answers by how they ended and who wrote them",
    labelNames: ["status", "written_by"],
    registers,
  });
  const stages = new Histogram({
    name: "wenzheng_stage_seconds",
    help: "Seconds of each stage of a question: queue, understanding, searching, writing",
    labelNames: ["stage"],
    buckets: SECONDS,
    registers,
  });
  poolGauges(pool, isAnswering, registers);
  return {
    text: () => register.metrics(),
    observe: ({ route, method, status, ms }) => {
      requests.inc({ route, method, status });
      seconds.observe({ route }, ms / 1000);
    },
    queued: (ms) => stages.observe({ stage: "queue" }, ms / 1000),
    async *counted(events) {
      let stage: { readonly name: string; readonly began: number } | null = null;
      for await (const event of events) {
        const now = performance.now();
        if (event.type === "status" || event.type === "done") {
          if (stage !== null) stages.observe({ stage: stage.name }, (now - stage.began) / 1000);
          stage = event.type === "status" ? { name: event.stage, began: now } : null;
        }
        if (event.type === "done") {
          const { status, writtenBy = "composer" } = event.response;
          answers.inc({ status, written_by: writtenBy });
        }
        yield event;
      }
    },
  };
}

/** What the pool tells at the moment it is asked. */
function poolGauges(pool: WorkerPool, isAnswering: () => boolean, registers: Registry[]): void {
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name: `wenzheng_${name}`,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge("workers_ready", "Workers that have the index open", () => pool.ready);
  gauge("queue_waiting", "Jobs that wait for a worker", () => pool.waiting);
  gauge("answering", "1 while questions are answered, 0 while answering is switched off", () =>
    Number(isAnswering()),
  );
  const ended = new Gauge({
    name: "wenzheng_jobs_total",
    help: "Jobs since the start by how they ended: answered, read, stopped at the deadline, lost with their worker, turned away",
    labelNames: ["how"],
    registers,
    collect() {
      for (const [how, count] of Object.entries(pool.counts)) ended.set({ how: snake(how) }, count);
    },
  });
  const index = new Gauge({
    name: "wenzheng_index_info",
    help: "1 for the generation of the index that answers",
    labelNames: ["generation"],
    registers,
    collect() {
      index.reset();
      if (pool.opened !== null) index.set({ generation: pool.opened.generation }, 1);
    },
  });
}

/** turnedAway → turned_away. */
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
