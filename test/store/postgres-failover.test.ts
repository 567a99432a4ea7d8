import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { DatabaseUnavailableError } from "#domain/errors.ts";
import { type Service, startService } from "../../scripts/torture/service.ts";
import { buildIndex } from "../../src/compose/build/build-line.ts";
import { readConfiguration } from "../../src/configuration.ts";
import { installedServers, startReplica, startServer } from "./postgres-server.ts";

const [installed] = installedServers();
const CLIENTS = 20;
/** What follows a report needs no long one, and long ones take their time to embed. */
const beginningOf = (file: string): string => readFileSync(path.join("corpus", file), "utf8").slice(0, 3_000);
const QUESTIONS = [
  "大渡口区2022年地区生产总值增速是多少？",
  "大渡口区有哪些困难和问题？",
  "大渡口区2022年GDP目标是多少？",
];

test.skipIf(installed === undefined)(
  "a primary killed under load changes no answer; the replica that takes its place is followed",
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "wenzheng-failover-"));
    const corpus = path.join(folder, "corpus");
    mkdirSync(corpus);
    writeFileSync(path.join(corpus, "dadukou.txt"), beginningOf("dadukou-2022-plan-report.txt"));
    const primary = await startServer(installed?.programs ?? "");
    const replica = await startReplica(installed?.programs ?? "", primary);
    const database = { DATABASE_URL: `${primary.address},${replica.address}` };
    const built = path.join(folder, "built");
    const builder = readConfiguration({ CORPUS_DIR: corpus, INDEX_DIR: built, ...database });
    let service: Service | null = null;
    try {
      await buildIndex(builder);
      const nowhere = path.join(folder, "nowhere");
      service = await startService({ CORPUS_DIR: nowhere, WORKERS: "1", SPARE_WORKERS: "0", ...database });
      expect(filesOf(service.indexDirectory)).toEqual(filesOf(built));
      const load = startLoad(service.at);
      await load.answered(CLIENTS);
      primary.kill();
      await load.answered(CLIENTS * 3);
      writeFileSync(path.join(corpus, "news.txt"), beginningOf("jiangbei-2023-news.txt"));
      await expect(buildIndex(builder)).rejects.toThrow(DatabaseUnavailableError);
      expect(filesOf(built)).toEqual(filesOf(service.indexDirectory));
      replica.promote();
      await buildIndex(builder);
      await load.generations(2);
      const seen = await load.end();
      process.stdout.write(`${JSON.stringify(seen)}\n`);
      expect(seen.failed).toBe(0);
      expect(seen.otherwise).toBe(0);
      expect(filesOf(service.indexDirectory)).toEqual(filesOf(built));
    } finally {
      await service?.stop();
      primary.stop();
      replica.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  400_000,
);

const answerSchema = z.looseObject({
  generation: z.string(),
  answer: z.string(),
  citations: z.array(z.unknown()),
});

/** Twenty clients who ask until they are told to end. */
function startLoad(at: string) {
  /** What a generation answers to a question: another answer is wrong. */
  const answers = new Map<string, string>();
  const seen = { answered: 0, busy: 0, failed: 0, otherwise: 0 };
  let isOver = false;
  const client = async (number: number) => {
    for (let turn = number; !isOver; turn += 1) {
      const content = QUESTIONS[turn % QUESTIONS.length] ?? "";
      const reply = await fetch(`${at}/api/chat`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ messages: [{ role: "user", content }] }),
      }).catch(() => null);
      if (reply?.status === 503) seen.busy += 1;
      else if (reply?.status !== 200) seen.failed += 1;
      if (reply?.status === 200) {
        const { generation, ...rest } = answerSchema.parse(await reply.json());
        const key = `${generation} ${content}`;
        const told = JSON.stringify({ ...rest, id: null });
        if ((answers.get(key) ?? told) !== told) seen.otherwise += 1;
        answers.set(key, told);
        seen.answered += 1;
      } else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
  const until = async (isTrue: () => boolean) => {
    while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  return {
    answered: (count: number) => until(() => seen.answered >= count),
    generations: (count: number) =>
      until(() => new Set([...answers.keys()].map((key) => key.split(" ")[0])).size >= count),
    async end() {
      isOver = true;
      await Promise.all(clients);
      return seen;
    },
  };
}

/** Bytes of the current version's files by name. */
function filesOf(directory: string): Record<string, string> {
  const [version = ""] = readFileSync(path.join(directory, "current"), "utf8").split(" ");
  const at = path.join(directory, "versions", version);
  return Object.fromEntries(
    readdirSync(at).map((name) => [name, readFileSync(path.join(at, name)).toString("base64")]),
  );
}
