import { describe, expect, test } from "vitest";
import {
  documentDetailSchema,
  documentSummarySchema,
  indicatorRecordSchema,
  searchHitSchema,
} from "#protocol/library.ts";
import { problemSchema } from "#protocol/problem.ts";
import { createApp } from "#serve/app.ts";
import { DOCUMENT, exampleServices, LIBRARY, RECORDS } from "./example.ts";

const app = createApp(exampleServices());
const get = (path: string) => app.request(path);
const json = async (path: string) => (await get(path)).json();

describe("documents", () => {
  test("are listed, and read whole with text and section tree", async () => {
    expect(documentSummarySchema.array().parse(await json("/api/documents"))).toHaveLength(1);
    expect(documentDetailSchema.parse(await json(`/api/documents/${DOCUMENT.id}`))).toEqual(DOCUMENT);
  });

  test("an unknown one is a 404 problem", async () => {
    const response = await get("/api/documents/nope");
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "document_not_found" });
  });

  test("a client that has it already is told so", async () => {
    const tag = (await get(`/api/documents/${DOCUMENT.id}`)).headers.get("etag") ?? "";
    const again = await app.request(`/api/documents/${DOCUMENT.id}`, { headers: { "if-none-match": tag } });
    expect(again.status).toBe(304);
  });
});

describe("search", () => {
  test("gives ranked passages", async () => {
    expect(searchHitSchema.array().parse(await json("/api/search?q=GDP&limit=5"))).toHaveLength(1);
  });

  test.each(["", "?q=", "?q=GDP&limit=101", "?q=GDP&limit=0", "?q=GDP&limit=-1", "?q=a&q=b", "?q=a&lmit=3"])(
    "%s is a 400",
    async (query) => {
      expect((await get(`/api/search${query}`)).status).toBe(400);
    },
  );
});

describe("indicators", () => {
  test("without a filter are all of them; empty parameters count as absent", async () => {
    expect(indicatorRecordSchema.array().parse(await json("/api/indicators"))).toEqual(RECORDS);
    expect(await json("/api/indicators?region=&year=&indicator=&kind=&document=&limit=&offset=")).toEqual(
      RECORDS,
    );
  });

  test("each parameter may repeat", async () => {
    expect(await json("/api/indicators?year=2022&year=2023&kind=target&kind=actual")).toHaveLength(4);
    expect(await json(`/api/indicators?year=2023&region=${encodeURIComponent("北川县")}`)).toHaveLength(2);
  });

  test("a full page links to the next", async () => {
    const response = await get("/api/indicators?limit=2&kind=actual");
    expect(response.headers.get("link")).toBe('</api/indicators?limit=2&kind=actual&offset=2>; rel="next"');
    expect((await get("/api/indicators?limit=5")).headers.get("link")).toBeNull();
  });

  test.each([
    "year=twenty",
    "year=1",
    "kind=plan",
    "limit=100001",
    "limit=1.5",
    "offset=-1",
    "format=xml",
    "regions=x",
  ])("%s is a 400 that names it", async (query) => {
    const response = await get(`/api/indicators?${query}`);
    expect(response.status).toBe(400);
    const [name = ""] = query.split("=");
    expect(JSON.stringify(problemSchema.parse(await response.json()).errors)).toContain(name);
  });

  test("as CSV open in a spreadsheet: mark, quotes, formulas defused, negative numbers whole", async () => {
    const response = await get("/api/indicators?format=csv&indicator=进口&kind=actual");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...lines] = new TextDecoder().decode(bytes).split("\r\n");
    expect(header).toMatch(/^id,region,year,indicator,name,kind,value,unit,raw,/);
    expect(lines.join("\r\n")).toContain(',-4.3,亿元,-4.3,,,,"\'=SUM(""A1""),甲\n乙",table,');
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  });
});

describe("feedback", () => {
  const send = (body: unknown, target = app) =>
    target.request("/api/feedback", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  test("is kept and answered with nothing", async () => {
    const kept: unknown[] = [];
    const target = createApp(exampleServices({ feedback: (given) => void kept.push(given) }));
    const given = { answerId: "a1", verdict: "not_useful", comment: "数字不对" };
    expect((await send(given, target)).status).toBe(204);
    expect(kept).toEqual([given]);
  });

  test.each([
    {},
    { answerId: "a1", verdict: "meh" },
    { answerId: "a1", verdict: "useful", comment: "字".repeat(501) },
    { answerId: "a1", verdict: "useful", comment: "\u202e" },
  ])("%j is a 400", async (body) => {
    expect((await send(body)).status).toBe(400);
  });
});

describe("headers", () => {
  test("a page of another origin gets no permission, one of an allowed origin does", async () => {
    const target = createApp(exampleServices({}, { allowedOrigins: ["https://a.gov.cn"] }));
    const from = (origin: string, method = "GET") =>
      target.request("/api/chat", { method, headers: { origin, "access-control-request-method": "POST" } });
    expect(
      (await from("https://evil.example", "OPTIONS")).headers.get("access-control-allow-origin"),
    ).toBeNull();
    expect((await from("https://a.gov.cn", "OPTIONS")).headers.get("access-control-allow-origin")).toBe(
      "https://a.gov.cn",
    );
    expect((await from("https://a.gov.cn")).headers.get("vary")).toMatch(/origin/i);
  });

  test("every reply forbids sniffing, foreign frames and foreign scripts", async () => {
    for (const path of ["/healthz", "/api/documents", "/api/nothing"]) {
      const { headers } = await get(path);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("referrer-policy")).not.toBeNull();
    }
  });

  test("a fault of the library is a 500 that says nothing of its cause", async () => {
    const library = {
      ...LIBRARY,
      documents: () => {
        throw new Error("secret");
      },
    };
    const response = await createApp(exampleServices({ library })).request("/api/documents");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
  });
});
