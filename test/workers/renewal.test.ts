import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { WorkerPool } from "#workers/worker-pool.ts";

const file = fileURLToPath(new URL("./scripted-worker.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "renewal-"));
/** Holds the id of the generation that is current. */
const current = join(folder, "current");
afterAll(() => rmSync(folder, { recursive: true }));

let pool: WorkerPool | null = null;
afterEach(() => {
  pool?.stop();
  pool = null;
});

async function started(workers: number): Promise<WorkerPool> {
  writeFileSync(current, "g0");
  pool = new WorkerPool({
    program: { file, args: ["", current] },
    workers,
    answerDeadlineMs: 20_000,
    readDeadlineMs: 20_000,
    queue: { places: 100, perClient: 100, patienceMs: 60_000 },
    log: () => {},
  });
  await pool.start();
  return pool;
}

const asker = () => ({ client: "a", signal: new AbortController().signal });

async function generationOf(to: WorkerPool, content: string): Promise<string | undefined> {
  const request = { messages: [{ role: "user" as const, content }] };
  for await (const event of await to.ask(request, asker()))
    if (event.type === "done") return event.response.generation;
  return undefined;
}

describe("an index published while the service runs", () => {
  test("is gone over to without a question lost, and each answer is of the old or the new", async () => {
    const to = await started(2);
    let published = 0;
    let goneOver = 0;
    const numbers: number[] = [];
    const mixed: string[] = [];
    let isOver = false;
    const client = async () => {
      while (!isOver) {
        const least = goneOver;
        const number = Number((await generationOf(to, "GDP"))?.slice(1));
        numbers.push(number);
        if (!(number >= least && number <= published)) mixed.push(`${least} ${number} ${published}`);
      }
    };
    const clients = Array.from({ length: 20 }, client);
    for (published = 1; published <= 10; published += 1) {
      writeFileSync(current, `g${published}`);
      await to.renew();
      goneOver = published;
      await generationOf(to, "GDP");
    }
    isOver = true;
    await Promise.all(clients);
    expect(mixed).toEqual([]);
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 11 }, (_, number) => number)));
    expect(to.counts).toMatchObject({ lost: 0, stopped: 0, turnedAway: 0 });
    expect(to.opened).toMatchObject({ generation: "g10" });
  }, 120_000);

  test("is opened by the processes at hand where one answers while the other opens it", async () => {
    const to = await started(2);
    while (to.ready < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    const before = to.processIds;
    writeFileSync(current, "g1");
    await to.renew();
    expect(to.processIds).toEqual(before);
    expect(await Promise.all([generationOf(to, "GDP"), generationOf(to, "GDP")])).toEqual(["g1", "g1"]);
  }, 60_000);

  test("that cannot be opened stays out of the processes at hand: both go on as before", async () => {
    const to = await started(2);
    while (to.ready < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    const before = to.processIds;
    writeFileSync(current, "broken");
    await expect(to.renew()).rejects.toMatchObject({ code: "defect" });
    expect([to.ready, to.processIds]).toEqual([2, before]);
    expect(await generationOf(to, "GDP")).toBe("g0");
  }, 60_000);

  test("has a process that dies while it opens it followed by another", async () => {
    const to = await started(2);
    while (to.ready < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    writeFileSync(current, "deadly");
    await expect(to.renew()).rejects.toMatchObject({ code: "defect" });
    expect(await generationOf(to, "GDP")).toBe("g0");
    writeFileSync(current, "g1");
    while (to.ready < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    await to.renew();
    expect(await generationOf(to, "GDP")).toBe("g1");
  }, 60_000);

  test.each([1, 2])(
    "lets an answer that waits for a language model come to its end in the old one (%d workers)",
    async (workers) => {
      const to = await started(workers);
      const waiting = generationOf(to, "wait for a model");
      writeFileSync(current, "g1");
      await to.renew();
      expect(await generationOf(to, "GDP")).toBe("g1");
      expect(await waiting).toBe("g0");
    },
    60_000,
  );

  test("lets a page be read to its end", async () => {
    const to = await started(1);
    const page = await to.read(new Request("http://localhost/page?length=500000"), asker());
    const reader = page.body?.getReader();
    const first = await reader?.read();
    writeFileSync(current, "g1");
    await to.renew();
    let bytes = first?.value?.byteLength ?? 0;
    for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read())
      bytes += next.value.byteLength;
    expect(bytes).toBe(1_500_000);
  }, 60_000);

  test("takes nothing away when it cannot be opened", async () => {
    const to = await started(1);
    writeFileSync(current, "broken");
    await expect(to.renew()).rejects.toMatchObject({ code: "defect" });
    expect(await generationOf(to, "GDP")).toBe("g0");
    expect(to.ready).toBe(1);
  }, 60_000);
});
