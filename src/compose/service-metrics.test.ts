import { afterEach, expect, test } from "vitest";
import type { ChatEvent, ChatResponse } from "#protocol/chat.ts";
import { WorkerPool } from "#workers/worker-pool.ts";
import { serviceMetrics } from "./service-metrics.ts";

const pool = new WorkerPool({
  program: { file: "", args: [] },
  workers: 1,
  answerDeadlineMs: 1_000,
  readDeadlineMs: 1_000,
  queue: { places: 1, perClient: 1, patienceMs: 1_000 },
  log: () => {},
});
afterEach(() => pool.stop());

const RESPONSE: ChatResponse = {
  id: "a1",
  status: "refused",
  reason: "nothing",
  answer: "没有。",
  blocks: [],
  question: "秘密的问题",
  citations: [],
  indicators: [],
  suggestions: [],
  intent: "report",
  writtenBy: "composer",
};

async function* events(): AsyncGenerator<ChatEvent> {
  yield { type: "status", stage: "understanding" };
  yield { type: "status", stage: "searching" };
  yield { type: "delta", text: "没有。" };
  yield { type: "done", response: RESPONSE };
}

test("what is measured: requests by status, stages, queue, how answers ended, delay of the loop, no words of a reader", async () => {
  const metrics = serviceMetrics(pool, () => false);
  metrics.observe({ route: "/api/chat", method: "POST", status: 503, ms: 12 });
  metrics.queued(30);
  const seen: string[] = [];
  for await (const { type } of metrics.counted(events())) seen.push(type);
  expect(seen).toEqual(["status", "status", "delta", "done"]);
  const text = await metrics.text();
  for (const line of [
    'wenzheng_http_requests_total{route="/api/chat",method="POST",status="503"} 1',
    'wenzheng_answers_total{status="refused",written_by="composer"} 1',
    'wenzheng_stage_seconds_count{stage="queue"} 1',
    'wenzheng_stage_seconds_count{stage="understanding"} 1',
    'wenzheng_stage_seconds_count{stage="searching"} 1',
    'wenzheng_jobs_total{how="turned_away"} 0',
    "wenzheng_queue_waiting 0",
    "wenzheng_answering 0",
  ])
    expect(text).toContain(`${line}\n`);
  expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
  expect(text).not.toContain("秘密");
});

test("every line is a remark, empty, or a sample as Prometheus reads it", async () => {
  const lines = (await serviceMetrics(pool, () => true).text()).split("\n");
  const sample =
    /^[a-zA-Z_:][\w:]*(?:\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\.)*",?)*\})? (?:[-+\d.eE]+|NaN|[+-]?Inf)$/i;
  expect(lines.filter((line) => line !== "" && !line.startsWith("#") && !sample.test(line))).toEqual([]);
});
