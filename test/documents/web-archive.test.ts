import { describe, expect, test } from "vitest";
import { readHtml } from "#ingest/formats/html/read-html.ts";
import { tellFormat } from "#ingest/formats/tell-format.ts";
import { told } from "./made-blocks.ts";

const SENTENCE = "全年地区生产总值812.4亿元，比上年增长5.6%。";
const PAGE = `<html><head><meta charset="utf-8"></head><body><div><p>${SENTENCE}</p></div></body></html>`;

const quoted = (text: string) =>
  [...Buffer.from(text, "utf8")]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("")
    .replace(/(.{72})/g, "$1=\r\n");
const encodings: [string, (text: string) => string][] = [
  ["quoted-printable", quoted],
  [
    "base64",
    (text) =>
      Buffer.from(text, "utf8")
        .toString("base64")
        .replace(/(.{76})/g, "$1\r\n"),
  ],
  ["8bit", (text) => Buffer.from(text, "utf8").toString("latin1")],
];

const archive = (encoding: string, body: string) =>
  Buffer.from(
    [
      "From: <Saved by Blink>",
      "Snapshot-Content-Location: https://www.example.gov.cn/1.html",
      "MIME-Version: 1.0",
      "Content-Type: multipart/related;",
      '\ttype="text/html";',
      '\tboundary="----Part--7"',
      "",
      "",
      "------Part--7",
      "Content-Type: text/html",
      `Content-Transfer-Encoding: ${encoding}`,
      "",
      body,
      "------Part--7",
      "Content-Type: image/png",
      "Content-Transfer-Encoding: base64",
      "",
      "iVBORw0KGgo=",
      "------Part--7--",
      "",
    ].join("\r\n"),
    "latin1",
  );

describe("a page saved whole in one file (.mht, .mhtml)", () => {
  test.each(encodings)("its text in %s", async (encoding, encode) => {
    const bytes = archive(encoding, encode(PAGE));
    expect(tellFormat(bytes, "report.mht")).toEqual({ format: "html" });
    expect(told(await readHtml(bytes))).toEqual([SENTENCE]);
  });

  test("without a page in it, it is named", async () => {
    const { blocks, problems } = await readHtml(archive("base64", "").subarray(0, 300));
    expect(blocks).toEqual([]);
    expect(problems.map(({ severity }) => severity)).toEqual(["error"]);
  });

  test("a mail is none", () => {
    const mail = Buffer.from(
      "From: a@example.com\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
    );
    expect(tellFormat(mail, "report.mht")).toMatchObject({ format: null, code: "unread_format" });
  });

  test("boundaries without end and 100,000 parts do no harm", async () => {
    const parts = "------Part--7\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(100_000);
    const bytes = Buffer.concat([archive("8bit", "").subarray(0, 190), Buffer.from(parts)]);
    expect((await readHtml(bytes)).problems.some(({ severity }) => severity === "error")).toBe(true);
  });
});
