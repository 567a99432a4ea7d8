import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ChatEvent } from "#protocol/chat.ts";
import { WorkerPool } from "#workers/worker-pool.ts";
import { type OpenedCorpus, openCorpus } from "../answers/open-corpus.ts";

const QUESTIONS = [
  "江北区2022年GDP增速是多少？",
  "大渡口区2022年地区生产总值的目标完成了吗？",
  "渝北区2024年的重点工作有哪些？",
  "江北区和大渡口区2022年的固定资产投资增速谁高？",
  "什么是“专精特新”？",
  "江北区有哪些困难和问题？",
  "How many parks were built in Jiangbei?",
  "你好",
];

let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

test.each([2])(
  "the same bytes from %s workers as from the ask line itself, whoever asks beside",
  async (workers) => {
    const pool = new WorkerPool({
      program: {
        file: fileURLToPath(new URL("../../src/cli.ts", import.meta.url)),
        args: ["worker"],
        environment: { INDEX_DIR: corpus.indexDirectory },
      },
      workers,
      answerDeadlineMs: 30_000,
      readDeadlineMs: 30_000,
      queue: { places: 100, perClient: 100, patienceMs: 60_000 },
      log: () => {},
    });
    await pool.start();
    const asker = { client: "a", signal: new AbortController().signal };
    const answered = await Promise.all(
      QUESTIONS.map(async (content) => {
        const events: ChatEvent[] = [];
        const request = { messages: [{ role: "user" as const, content }] };
        for await (const event of await pool.ask(request, asker)) events.push(event);
        return events;
      }),
    );
    pool.stop();
    for (const [at, question] of QUESTIONS.entries()) {
      expect(answered[at]).toEqual(await corpus.events([question]));
    }
  },
  120_000,
);
