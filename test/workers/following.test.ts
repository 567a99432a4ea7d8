import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { startService } from "../../scripts/torture/service.ts";

const execute = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "following-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The first words of a shipped report: what follows a report needs no long one, and long ones take their time to embed. */
const beginningOf = (file: string): string => readFileSync(join("corpus", file), "utf8").slice(0, 1_500);

test("a service that runs hears of a report that is dropped into the folder, and of one that a command takes out", async () => {
  const corpus = join(folder, "corpus");
  mkdirSync(corpus);
  writeFileSync(join(corpus, "news.txt"), beginningOf("jiangbei-2023-news.txt"));
  const service = await startService({ CORPUS_DIR: corpus, WATCH: "true", WORKERS: "1" });
  const reports = async () => {
    const listed = await (await fetch(`${service.at}/api/documents`)).json();
    return z.array(z.looseObject({ region: z.string().nullable() })).parse(listed).length;
  };
  const statuses = new Set<number>();
  const until = async (count: number) => {
    while ((await reports()) !== count) {
      statuses.add((await fetch(`${service.at}/healthz`)).status);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  };
  try {
    expect(await reports()).toBe(1);
    writeFileSync(join(corpus, "dadukou.txt"), beginningOf("dadukou-2022-plan-report.txt"));
    await until(2);
    const body = JSON.stringify({
      messages: [{ role: "user", content: "大渡口区2022年地区生产总值增速是多少？" }],
    });
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${service.at}/api/chat`, { method: "POST", headers, body });
    expect(await answer.json()).toMatchObject({ status: "answered" });
    const remove = ["--import", "tsx", "src/cli.ts", "remove", "dadukou.txt"];
    await execute(process.execPath, remove, {
      env: { ...process.env, CORPUS_DIR: corpus, INDEX_DIR: service.indexDirectory },
    });
    await until(1);
    expect([...statuses]).toEqual([200]);
  } finally {
    await service.stop();
  }
}, 400_000);
