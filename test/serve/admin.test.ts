import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { deskFiguresSchema } from "#admin/figures.ts";
import { AdminSessions } from "#admin/sessions.ts";
import type { AuditEntry } from "#audit/record.ts";
import { OPERATIONS } from "#openapi/operations.ts";
import { createApp } from "#serve/app.ts";
import { buildIndex } from "../../src/compose/build/build-line.ts";
import { readBuildRecord } from "../../src/compose/build/build-record.ts";
import { AnsweringState } from "../../src/compose/desk/answering-state.ts";
import { createDesk } from "../../src/compose/desk/desk.ts";
import { statisticsOf } from "../../src/compose/desk/statistics.ts";
import { endOfLog } from "../../src/compose/logs.ts";
import { readConfiguration } from "../../src/configuration.ts";
import { exampleServices } from "./example.ts";

const TOKEN = "a-token-of-more-than-32-characters-0123456789";
const OWN = "http://localhost";
const folder = mkdtempSync(join(tmpdir(), "admin-"));
const corpus = join(folder, "corpus");
mkdirSync(corpus);
copyFileSync("corpus/dadukou-2022-plan-report.txt", join(corpus, "dadukou.txt"));
copyFileSync("corpus/jiangbei-2023-news.txt", join(corpus, "news.txt"));
afterAll(() => rmSync(folder, { recursive: true }));

const configuration = readConfiguration({
  CORPUS_DIR: corpus,
  INDEX_DIR: join(folder, "index"),
  DESK_DIR: join(folder, "desk"),
  ADMIN_TOKEN: TOKEN,
});
const entries: AuditEntry[] = [];
let builds = 0;
let app = createApp(exampleServices());
let answering: AnsweringState;

beforeAll(async () => {
  await buildIndex(configuration);
}, 60_000);
beforeEach(() => {
  entries.length = 0;
  answering = new AnsweringState(configuration.deskDirectory, () => {});
  const desk = createDesk({
    configuration,
    answering,
    generation: () => "g1",
    build: async () => {
      builds += 1;
    },
    keep: (entry) => entries.push(entry),
  });
  app = createApp(
    exampleServices({
      administration: { desk, sessions: new AdminSessions(TOKEN) },
      notice: () => (answering.current.on ? null : answering.current.notice),
    }),
  );
});

const bearer = { authorization: `Bearer ${TOKEN}` };
const send = (path: string, init: RequestInit = {}) => app.request(`${OWN}${path}`, init);

function form(fields: Record<string, string | File>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

/** A form as a browser posts it from our own page. */
async function post(path: string, data: FormData, headers: Record<string, string> = { origin: OWN }) {
  const encoded = new Response(data);
  const body = new Uint8Array(await encoded.arrayBuffer());
  const type = encoded.headers.get("content-type") ?? "";
  const length = String(body.length);
  return send(path, {
    method: "POST",
    body,
    headers: { "content-type": type, "content-length": length, ...headers },
  });
}

async function session(): Promise<string> {
  const response = await post("/admin/log-in", form({ token: TOKEN }));
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

const ADMIN = OPERATIONS.filter(({ path }) => path.includes("/admin"));

describe("without a token in the settings", () => {
  test.each(ADMIN)("$method $path is not there", async ({ method, path }) => {
    const closed = createApp(exampleServices());
    const response = await closed.request(path, { method: method.toUpperCase() });
    expect([404, 405]).toContain(response.status);
  });
});

describe("who has no token", () => {
  test.each(ADMIN.filter(({ path }) => path.startsWith("/api/") || path.startsWith("/admin/")))(
    "gets nothing from $method $path",
    async ({ method, path }) => {
      for (const headers of [{}, { authorization: "Bearer wrong" }, { cookie: "wenzheng_desk=wrong" }]) {
        const response = await send(path, {
          method: method.toUpperCase(),
          headers: { origin: OWN, ...headers },
        });
        expect(response.status).toBe(401);
        expect(await response.text()).not.toContain("dadukou");
      }
    },
  );

  test("sees the log-in and nothing else", async () => {
    const page = await (await send("/admin")).text();
    expect(page).toContain('name="token"');
    expect(page).not.toContain("dadukou");
  });

  test("cannot fill the memory with what is no token", async () => {
    expect((await post("/admin/log-in", form({ token: "x".repeat(10_000) }))).status).toBe(413);
  });

  test("is locked out after five wrong ones, and then the right one does not help", async () => {
    const tries = [];
    for (let at = 0; at < 6; at++) tries.push((await post("/admin/log-in", form({ token: "wrong" }))).status);
    expect(tries).toEqual([401, 401, 401, 401, 429, 429]);
    expect((await post("/admin/log-in", form({ token: TOKEN }))).status).toBe(429);
    expect((await send("/api/admin/state", { headers: bearer })).status).toBe(401);
  });
});

describe("who has logged in", () => {
  test("has a cookie that no script reads and no other site sends, and nothing is cached", async () => {
    const response = await post("/admin/log-in", form({ token: TOKEN }));
    expect(response.status).toBe(303);
    const cookie = response.headers.get("set-cookie");
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain(TOKEN);
    const page = await send("/admin", { headers: { cookie: cookie?.split(";")[0] ?? "" } });
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(await page.text()).toContain("dadukou.txt");
  });

  test.each([
    ["another site", { origin: "https://evil.example" }],
    ["a page without an origin", {}],
  ])("cannot be made to act by %s", async (_who, headers) => {
    const cookie = await session();
    const data = form({ file: "dadukou.txt" });
    expect((await post("/admin/reports/remove", data, { cookie, ...headers })).status).toBe(403);
    const removed = await send("/api/admin/reports/dadukou.txt", {
      method: "DELETE",
      headers: { cookie, ...headers },
    });
    expect(removed.status).toBe(403);
    expect(existsSync(join(corpus, "dadukou.txt"))).toBe(true);
  });

  test("is out when logged out", async () => {
    const cookie = await session();
    await post("/admin/log-out", form({}), { cookie, origin: OWN });
    expect((await send("/api/admin/state", { headers: { cookie } })).status).toBe(401);
  });
});

describe("the desk", () => {
  test("shows the files with what was read in them", async () => {
    const reports = z
      .array(
        z.looseObject({
          file: z.string(),
          titles: z.array(z.string()),
          rowsIn: z.int(),
          rowsStored: z.int(),
        }),
      )
      .parse(await (await send("/api/admin/reports", { headers: bearer })).json());
    expect(reports.map(({ file }) => file)).toEqual(["dadukou.txt", "news.txt"]);
    expect(reports[0]?.titles[0]).toContain("大渡口区");
    expect(reports[0]?.rowsStored).toBe(reports[0]?.rowsIn);
    expect(reports[0]?.rowsIn).toBeGreaterThan(0);
  }, 60_000);

  test("reads a file ahead, takes it, refuses what is none, and keeps what was done", async () => {
    const before = builds;
    const body = readFileSync("corpus/jiangbei-2022-plan-report.txt");
    const put = (query: string, given: Uint8Array = body) =>
      send(`/api/admin/reports?${query}`, { method: "POST", headers: bearer, body: new Uint8Array(given) });
    const ahead = await put("name=jiangbei.txt&dryRun=true");
    expect(await ahead.json()).toMatchObject({ change: "new", titles: [expect.stringContaining("江北区")] });
    expect([builds, existsSync(join(corpus, "jiangbei.txt"))]).toEqual([before, false]);
    expect((await put("name=jiangbei.txt")).status).toBe(202);
    expect([builds, existsSync(join(corpus, "jiangbei.txt"))]).toEqual([before + 1, true]);
    expect((await put("name=picture.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).status).toBe(409);
    expect((await put("name=jiangbei.txt")).status).toBe(409);
    for (const name of ["../out.txt", ".hidden.txt", "a%5Cb.txt", "a%0Ab.txt"])
      expect((await put(`name=${name}`)).status).toBe(409);
    expect(entries.map((entry) => entry.type === "act" && entry.outcome).slice(0, 4)).toEqual([
      "done",
      "done",
      "refused",
      "refused",
    ]);
  }, 60_000);

  test("takes a report out, and says so where it is not there", async () => {
    const remove = (file: string) =>
      send(`/api/admin/reports/${encodeURIComponent(file)}`, { method: "DELETE", headers: bearer });
    expect((await remove("jiangbei.txt")).status).toBe(202);
    expect(existsSync(join(corpus, "jiangbei.txt"))).toBe(false);
    expect((await remove("jiangbei.txt")).status).toBe(409);
    expect((await remove("../corpus/news.txt")).status).toBe(409);
  });

  test("takes an upload from a form", async () => {
    const cookie = await session();
    const file = new File([readFileSync("corpus/jiangbei-2022-plan-report.txt", "utf8")], "form.txt");
    const response = await post("/admin/reports", form({ file, dryRun: "true" }), { cookie, origin: OWN });
    expect(response.status).toBe(303);
    expect(decodeURIComponent(response.headers.get("location") ?? "")).toContain("试读 form.txt（new）");
  });

  test("tells which figures are doubtful, keeps what an editor says of one, and says what is wrong in it", async () => {
    const figures = async () =>
      deskFiguresSchema.parse(await (await send("/api/admin/figures", { headers: bearer })).json());
    const say = (said: object) =>
      send("/api/admin/figures", {
        method: "POST",
        headers: { ...bearer, "content-type": "application/json" },
        body: JSON.stringify(said),
      });
    const { doubtful, counts } = await figures();
    const [first] = doubtful;
    expect(first?.told).toContain(first?.printed.slice(0, 1) ?? "");
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(
      doubtful.length,
    );
    const said = { row: first?.row, printed: first?.printed, author: "统计科", reason: "核对原件" };
    expect((await say({ ...said, verdict: "corrected" })).status).toBe(409);
    expect((await say({ ...said, verdict: "corrected", value: "many" })).status).toBe(409);
    expect((await say({ ...said, verdict: "praised" })).status).toBe(400);
    const before = builds;
    expect((await say({ ...said, verdict: "confirmed" })).status).toBe(202);
    expect(builds).toBe(before + 1);
    const after = await figures();
    expect(after.revisions).toMatchObject([{ ...said, verdict: "confirmed" }]);
    expect(after.doubtful.map(({ row }) => row)).not.toContain(first?.row);
    const cookie = await session();
    const back = form({
      ...{ row: first?.row ?? "", printed: first?.printed ?? "", verdict: "withdrawn" },
      ...{ author: "统计科", reason: "再看", value: "", unit: "" },
    });
    expect((await post("/admin/figures", back, { cookie, origin: OWN })).status).toBe(303);
    expect((await figures()).revisions).toEqual([]);
    rmSync(join(corpus, "revisions.jsonl"));
  });

  test("counts what was asked, a day at a time, and how long it took", async () => {
    const log = join(folder, "questions.jsonl");
    const line = (time: string, status: string, ms: number) =>
      JSON.stringify({
        time,
        status,
        ms,
        question: "江北区GDP？",
        regions: ["江北区"],
        indicators: ["地区生产总值"],
      });
    writeFileSync(
      log,
      // The second is of the next day in China.
      [
        line("2026-11-29T10:00:00.000Z", "answered", 20),
        line("2026-11-29T17:00:00.000Z", "refused", 40),
        "broken",
      ].join("\n"),
    );
    const statistics = statisticsOf(await endOfLog(log), await readBuildRecord(configuration.indexDirectory));
    expect(statistics).toMatchObject({
      days: [
        { day: "2026-11-30", answered: 0, refused: 1 },
        { day: "2026-11-29", answered: 1, refused: 0 },
      ],
      latency: { p50: 20, p95: 40, slowest: 40 },
      topics: [{ topic: "地区生产总值", questions: 2 }],
      coverage: { documents: 2 },
    });
  });

  test("lets the operator's own answers and words be changed, and names a bad line", async () => {
    const put = (name: string, body: string) =>
      send(`/api/admin/own/${name}`, { method: "PUT", headers: bearer, body });
    const answer = { questions: ["热线电话是多少"], answer: "请拨打 12345。", owner: "政务服务办" };
    expect((await put("answers.jsonl", JSON.stringify(answer))).status).toBe(204);
    const refused = await put("answers.jsonl", `${JSON.stringify(answer)}\n{}`);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("line 2");
    const kept = await send("/api/admin/own/answers.jsonl", { headers: bearer });
    expect(await kept.text()).toBe(JSON.stringify(answer));
    expect((await put("synonyms.txt", "江开区 = 江北经济开发区")).status).toBe(204);
    for (const [name, words] of [
      ["synonyms.txt", "江开区 = 江北经济开发区\n两江"],
      ["sensitive.txt", "某词\n，"],
    ] as const) {
      const bad = await put(name, words);
      expect([bad.status, await bad.text()]).toEqual([409, expect.stringContaining("line 2")]);
    }
    expect((await put("metadata.json", "{}")).status).toBe(404);
    const cookie = await session();
    const saved = await post("/admin/own", form({ name: "sensitive.txt", text: "某词" }), {
      cookie,
      origin: OWN,
    });
    expect(saved.status).toBe(303);
    expect(await (await send("/admin", { headers: { cookie } })).text()).toContain("某词");
  });

  test("turns answering off with a notice, through every door, also over a restart", async () => {
    const notice = "系统维护，请拨打12345。";
    const turn = (on: boolean) =>
      send("/api/admin/answering", {
        method: "PUT",
        headers: { ...bearer, "content-type": "application/json" },
        body: JSON.stringify({ on, notice }),
      });
    expect(await (await turn(false)).json()).toMatchObject({ answering: { on: false, notice } });
    const ask = (path: string, body: object) =>
      send(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const messages = [{ role: "user", content: "GDP？" }];
    for (const [path, body] of [
      ["/api/chat", { messages }],
      ["/v1/chat/completions", { model: "wenzheng", messages }],
    ] as const) {
      const refused = await ask(path, body);
      expect(refused.status).toBe(503);
      expect(await refused.text()).toContain(notice);
    }
    expect(new AnsweringState(configuration.deskDirectory, () => {}).current.on).toBe(false);
    await turn(true);
    expect((await ask("/api/chat", { messages })).status).toBe(200);
  });

  test("shows no secret and keeps none", async () => {
    const told = await (await send("/api/admin/settings", { headers: bearer })).text();
    expect(told).toContain('"ADMIN_TOKEN":"given"');
    await post("/admin/log-in", form({ token: TOKEN }));
    await post("/admin/log-in", form({ token: `${TOKEN}x` }));
    expect(told + JSON.stringify(entries)).not.toContain(TOKEN);
  });
});

test("a short token is refused before anything starts", () => {
  expect(() => readConfiguration({ ADMIN_TOKEN: "short" })).toThrow(/ADMIN_TOKEN.*32/);
});
