import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import type { Desk } from "#admin/desk.ts";
import { AdminSessions } from "#admin/sessions.ts";
import { OPERATIONS } from "#openapi/operations.ts";
import { createApp } from "#serve/app.ts";
import type { DEFAULT_SERVE_SETTINGS } from "#serve/settings.ts";
import { exampleServices } from "./example.ts";

/*
 * The door of the desk by the requirements of OWASP ASVS 4.0.3 that have a meaning for it, each named by its number. What the desk
 * does once one is in is tested in admin.test.ts.
 */

const TOKEN = "a-token-of-more-than-32-characters-0123456789";
const OWN = "http://localhost";
const bearer = { authorization: `Bearer ${TOKEN}` };

/** Calls that reached the desk, and what it was told to keep. */
const reached: string[] = [];
const kept: string[] = [];
const seen = <Result>(name: string, result: Result): Result => {
  reached.push(name);
  return result;
};
const EVIL = '<img src=x onerror=alert(1)>".txt';
const change = { file: EVIL, change: "new" as const, titles: [], tables: 0, rows: 0, problems: [] };
const report = {
  ...{ file: EVIL, titles: [EVIL], documents: [], format: null, pages: null },
  ...{ tables: 0, rowsIn: 0, rowsStored: 0, problems: [] },
};
const desk: Desk = {
  state: () => seen("state", { generation: "g1", building: "idle", answering: { on: true, notice: "" } }),
  reports: async () => seen("reports", [report]),
  readAhead: async () => seen("readAhead", change),
  add: async () => seen("add", change),
  remove: async () => seen("remove", undefined),
  figures: async () => seen("figures", { counts: {}, doubtful: [], revisions: [], problems: [] }),
  revise: async () => seen("revise", undefined),
  statistics: async () =>
    seen("statistics", {
      ...{ days: [], latency: null, topics: [], regions: [] },
      coverage: { documents: 0, regions: 0, years: [] },
    }),
  ownFile: async () => seen("ownFile", ""),
  putOwnFile: async () => seen("putOwnFile", undefined),
  gaps: async () => seen("gaps", []),
  feedback: async () => seen("feedback", []),
  settings: () => seen("settings", {}),
  switchAnswering: async () => seen("switchAnswering", undefined),
  acted: (act, about, outcome) => {
    kept.push(`${act} ${about} ${outcome}`);
  },
};

let app = createApp(exampleServices());
beforeEach(() => {
  reached.length = 0;
  kept.length = 0;
  app = serving();
});

function serving(changes: Partial<typeof DEFAULT_SERVE_SETTINGS> = {}) {
  const administration = { desk, sessions: new AdminSessions(TOKEN) };
  return createApp(exampleServices({ administration }, { rateLimit: null, ...changes }));
}
const send = (path: string, init: RequestInit = {}) => app.request(`${OWN}${path}`, init);
const logIn = (token: string, headers: Record<string, string> = {}) =>
  send("/admin/log-in", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: OWN, ...headers },
    body: new URLSearchParams({ token }).toString(),
  });
const cookieOf = (response: Response) => (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";

const ROUTES = OPERATIONS.filter(({ path }) => path.includes("/admin") && path !== "/admin");
const GUARDED = ROUTES.filter(({ path }) => path !== "/admin/log-in");

describe("4.1.1, 4.1.5 access is decided by the server, for every route, and refused where in doubt", () => {
  test("the list of routes is not empty", () => expect(GUARDED.length).toBeGreaterThan(15));

  test.each(GUARDED)("$method $path reaches nothing without the token", async ({ method, path }) => {
    const body = ["post", "put"].includes(method) ? { body: "x=y" } : {};
    for (const headers of [{}, { authorization: "Bearer " }, { authorization: `Basic ${btoa(TOKEN)}` }]) {
      const reply = await send(path, {
        method: method.toUpperCase(),
        headers: { origin: OWN, ...headers },
        ...body,
      });
      expect(reply.status).toBe(401);
    }
    expect(reached).toEqual([]);
  });

  test.each([
    "/api/admin/state/",
    "/api//admin/state",
    "/api/%61dmin/state",
    "/api/x/../admin/state",
    "/api/admin/state;a=b",
    "/api/admin/state%00",
    "/API/ADMIN/STATE",
    "/api/admin/%2e%2e/admin/state",
    "/v1/../api/admin/state",
    "//localhost/api/admin/state",
  ])("%s is no way round", async (path) => {
    expect([401, 404]).toContain((await send(path)).status);
    expect(reached).toEqual([]);
  });

  test.each([
    "x-original-url",
    "x-rewrite-url",
    "x-http-method-override",
    "x-forwarded-for",
    "x-forwarded-host",
  ])("the header %s opens nothing", async (header) => {
    const reply = await send("/api/admin/state", { headers: { [header]: "127.0.0.1" } });
    expect([reply.status, reached]).toEqual([401, []]);
  });
});

describe("2.1.1, 2.2.1 the token cannot be guessed", () => {
  test("five wrong ones lock the address for both doors", async () => {
    for (let at = 0; at < 5; at += 1) await logIn("wrong");
    expect((await logIn(TOKEN)).status).toBe(429);
    expect((await send("/api/admin/state", { headers: bearer })).status).toBe(401);
    expect(reached).toEqual([]);
  });

  test("2.9.1 it is compared as a digest in a time that tells nothing", () => {
    expect(readFileSync("src/admin/sessions.ts", "utf8")).toContain(
      "timingSafeEqual(digestOf(token), this.#token)",
    );
  });
});

describe("3 sessions", () => {
  test("3.1.1 no address carries the session or the token", async () => {
    const reply = await logIn(TOKEN);
    expect(reply.headers.get("location")).toBe("/admin");
    expect((await send(`/api/admin/state?token=${TOKEN}&wenzheng_desk=x`)).status).toBe(401);
  });

  test("3.2.1, 3.2.2 each log-in makes a new one of 256 random bits, whatever the browser brought", async () => {
    const brought = "wenzheng_desk=chosen-by-somebody-else";
    const made = await Promise.all(
      [1, 2, 3].map(async () => cookieOf(await logIn(TOKEN, { cookie: brought }))),
    );
    expect(new Set([...made, brought]).size).toBe(4);
    for (const cookie of made) expect(cookie.replace("wenzheng_desk=", "")).toMatch(/^[\w-]{43}$/);
    expect((await send("/api/admin/state", { headers: { cookie: brought } })).status).toBe(401);
  });

  test("3.3.1 a log-out ends it on the server", async () => {
    const cookie = cookieOf(await logIn(TOKEN));
    expect((await send("/api/admin/state", { headers: { cookie } })).status).toBe(200);
    await send("/admin/log-out", { method: "POST", headers: { cookie, origin: OWN } });
    expect((await send("/api/admin/state", { headers: { cookie } })).status).toBe(401);
  });

  test("3.4.1 to 3.4.3 no script reads the cookie, no other site sends it, none travels in the clear behind TLS", async () => {
    expect((await logIn(TOKEN)).headers.get("set-cookie")).toMatch(
      /HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/,
    );
    app = serving({ trustedProxies: 1 });
    const reply = await logIn(TOKEN, { "x-forwarded-proto": "https", origin: "https://localhost" });
    expect(reply.headers.get("set-cookie")).toMatch(/; Secure/);
  });
});

describe("4.2.2, 13.2.3 nobody acts in the name of whoever is logged in", () => {
  const acting = GUARDED.filter(({ method }) => method !== "get");

  test.each(acting)("$method $path from another site changes nothing", async ({ method, path }) => {
    const cookie = cookieOf(await logIn(TOKEN));
    for (const origin of ["https://evil.example", "null", `${OWN}.evil.example`, "http://localhost:81", ""]) {
      const headers = { cookie, ...(origin === "" ? {} : { origin }) };
      expect((await send(path, { method: method.toUpperCase(), headers, body: "x=y" })).status).toBe(403);
    }
    expect(reached).toEqual([]);
  });

  test("no other origin is allowed to read, though the API may be", async () => {
    app = serving({ allowedOrigins: ["https://www.example.gov.cn"] });
    const reply = await send("/api/admin/state", { headers: { origin: "https://evil.example", ...bearer } });
    expect(reply.headers.get("access-control-allow-origin")).toBeNull();
    expect(reply.headers.get("access-control-allow-credentials")).toBeNull();
  });
});

describe("5, 7, 8, 12, 13, 14 what goes in and out", () => {
  test("5.1.2 fields that nobody knows are refused, not passed on", async () => {
    const reply = await send("/api/admin/answering", {
      method: "PUT",
      headers: { ...bearer, "content-type": "application/json" },
      body: '{"on":false,"notice":"","isAdmin":true}',
    });
    expect([reply.status, reached]).toEqual([400, []]);
  });

  test("5.3.3 names that look like markup stay words on the page", async () => {
    const page = await (await send("/admin", { headers: { cookie: cookieOf(await logIn(TOKEN)) } })).text();
    expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(page).not.toContain("<img src=x");
  });

  test("7.1.1, 7.1.2 neither token nor session is kept, whether right or wrong", async () => {
    const cookie = cookieOf(await logIn(TOKEN));
    await logIn(`${TOKEN}-wrong`);
    await send("/api/admin/state", { headers: { authorization: `Bearer ${TOKEN}x` } });
    expect(kept).toEqual(["log in  done", "log in  refused"]);
    expect(kept.join()).not.toMatch(new RegExp(`${TOKEN}|${cookie}`));
  });

  test("8.2.1, 14.4 replies are not cached, not framed, not sniffed and run no foreign script", async () => {
    for (const path of ["/admin", "/api/admin/state", "/api/admin/settings"]) {
      const { headers } = await send(path, { headers: bearer });
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toContain("script-src 'self'");
      expect(headers.get("x-frame-options")).toBe("SAMEORIGIN");
    }
  });

  test("13.1.4, 14.5.1 a method that a route does not have does nothing", async () => {
    for (const method of ["DELETE", "PATCH", "PUT", "POST", "TRACE"].slice(0, 4)) {
      const reply = await send("/api/admin/state", { method, headers: { ...bearer, origin: OWN } });
      expect([404, 405]).toContain(reply.status);
    }
    expect(reached).toEqual([]);
  });

  test("13.2.2 what is no log-in form is no log-in, and does not break", async () => {
    for (const [type, body] of [
      ["application/json", JSON.stringify({ token: TOKEN })],
      ["multipart/form-data; boundary=x", "--x\r\nbroken"],
      ["multipart/form-data", "x"],
      ["text/plain", `token=${TOKEN}`],
    ] as const) {
      const reply = await send("/admin/log-in", {
        method: "POST",
        headers: { origin: OWN, "content-type": type },
        body,
      });
      expect(reply.status).toBe(reply.status === 429 ? 429 : 401);
    }
  });
});
