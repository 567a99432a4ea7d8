import { describe, expect, test } from "vitest";
import type { OriginalFile } from "#protocol/library.ts";
import { createApp } from "#serve/app.ts";
import { DOCUMENT, exampleServices, LIBRARY } from "./example.ts";

const PDF: OriginalFile = {
  bytes: new TextEncoder().encode("%PDF-1.7 …"),
  digest: "d".repeat(64),
  name: "北川（草案）'1'.pdf",
  mediaType: "application/pdf",
};
const served = (file: OriginalFile | null) =>
  createApp(exampleServices({ library: { ...LIBRARY, original: async () => file } })).request(
    `/documents/${DOCUMENT.id}/original`,
  );

describe("the original file", () => {
  test("comes byte for byte, under its own name, and is not guessed at", async () => {
    const response = await served(PDF);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PDF.bytes);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition":
        "inline; filename*=UTF-8''%E5%8C%97%E5%B7%9D%EF%BC%88%E8%8D%89%E6%A1%88%EF%BC%89%271%27.pdf",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringMatching(/^default-src 'none'/),
    });
  });

  test.each(["text/html", "text/plain; charset=utf-8", "application/msword", "text/csv"])(
    "of type %s is saved, never shown, and would do nothing",
    async (mediaType) => {
      const { headers } = await served({ ...PDF, mediaType, name: "a.bin" });
      expect(headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''a.bin");
      expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    },
  );

  test("that is gone, or no longer what was read, is a 404 that says so", async () => {
    const response = await served(null);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "original_not_found" });
  });
});

describe("the source viewer of a file with pages", () => {
  const [start, end] = [DOCUMENT.text.indexOf("地区生产总值增长"), DOCUMENT.text.indexOf("增长3.7")];
  const viewer = async (place: { page: number | null; sheet: string | null; row: number | null }) => {
    const places = [{ start: 0, end: DOCUMENT.text.length, ...place }];
    const library = { ...LIBRARY, document: () => ({ ...DOCUMENT, places }) };
    const app = createApp(exampleServices({ library }));
    return await (await app.request(`/documents/${DOCUMENT.id}?start=${start}&end=${end}`)).text();
  };

  test("leads to the file and to the page of the quote", async () => {
    const html = await viewer({ page: 7, sheet: null, row: null });
    expect(html).toContain(`<a href="/documents/${DOCUMENT.id}/original">原文件（beichuan.txt）</a>`);
    expect(html).toContain(`<a href="/documents/${DOCUMENT.id}/original#page=7">原文件第7页</a>`);
  });

  test("names sheet and row, as words and not as markup", async () => {
    const html = await viewer({ page: null, sheet: "<表1>", row: 12 });
    expect(html).toContain("原文件工作表“&lt;表1&gt;”第12行");
  });
});
