import { describe, expect, test } from "vitest";
import { createApp } from "#serve/app.ts";
import { exampleServices } from "./example.ts";

const under = (settings: Parameters<typeof exampleServices>[1]) => createApp(exampleServices({}, settings));
const addresses = (html: string) =>
  [...html.matchAll(/ (?:href|src|action|endpoint)="([^"#][^"]*)"/g)].map(([, address = ""]) => address);

describe("under a base path", () => {
  const app = under({ basePath: "/assistant" });

  test.each(["/", "/documents", "/documents/beichuan-2022", "/indicators?indicator=进口", "/?q=增速"])(
    "%s is served with and without it, and every address in it has it",
    async (path) => {
      const page = await (await app.request(`/assistant${path}`)).text();
      expect(addresses(page).filter((address) => !address.startsWith("/assistant/"))).toEqual([]);
      expect(await (await app.request(path)).text()).toBe(page);
    },
  );

  test("the base itself leads to the page below it", async () => {
    const response = await app.request("/assistant?q=1");
    expect([response.status, response.headers.get("location")]).toEqual([308, "/assistant/?q=1"]);
  });

  test("answers, files, styles and the next page of rows are below it", async () => {
    const body = JSON.stringify({ messages: [{ role: "user", content: "增速？" }] });
    const headers = { "Content-Type": "application/json" };
    const answer = await app.request("/assistant/api/chat", { method: "POST", headers, body });
    expect(answer.status).toBe(200);
    expect((await app.request("/assistant/assets/base.css")).status).toBe(200);
    const rows = await app.request("/assistant/api/indicators?limit=1");
    expect(rows.headers.get("link")).toBe('</assistant/api/indicators?limit=1&offset=1>; rel="next"');
  });

  test("words that look like an address stay as they are", async () => {
    const page = await (await app.request(`/assistant/?q=${encodeURIComponent(' href="/x')}`)).text();
    expect(page).toContain("href=&quot;/x");
  });
});

describe("the prefix that a proxy tells", () => {
  const headers = { "X-Forwarded-Prefix": "/assistant/" };

  test("counts when the proxy is ours", async () => {
    const page = await (await under({ trustedProxies: 1 }).request("/documents", { headers })).text();
    expect(page).toContain('href="/assistant/documents/beichuan-2022"');
  });

  test("is nothing from a stranger, and nothing when it is no path", async () => {
    expect(await (await under({}).request("/documents", { headers })).text()).not.toContain("assistant");
    for (const evil of ["//evil.example", '/"><script>', "/a/ b"]) {
      const told = await under({ trustedProxies: 1 }).request("/documents", {
        headers: { "X-Forwarded-Prefix": evil },
      });
      expect(await told.text()).toContain('href="/documents/beichuan-2022"');
    }
  });
});
