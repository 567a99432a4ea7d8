import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { repliesWith, replyTo } from "#answer/replies/reply-words.ts";
import { readDeskFile } from "#compose/ask/desk-file.ts";

const folder = mkdtempSync(path.join(tmpdir(), "desk-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe("the operator's desk file", () => {
  test("puts words of its own in the place of the shipped ones and leaves the others", () => {
    const file = written("own.json", JSON.stringify({ zh: { "social.greeting": "欢迎来到青溪区。" } }));
    const replies = repliesWith(readDeskFile(file));
    expect(replyTo(replies, "social.greeting", "zh")).toBe("欢迎来到青溪区。");
    expect(replyTo(replies, "social.thanks", "zh")).toContain("不客气");
  });

  test("names whom to call for a matter", () => {
    const phones = {
      "handover.tax": [{ zh: "青溪区税务局", en: "Qingxi tax office", phone: "0999-1234567" }],
    };
    const file = written("phones.json", JSON.stringify({ phones }));
    expect(repliesWith(readDeskFile(file)).phones["handover.tax"]).toEqual(phones["handover.tax"]);
  });

  test("that is no JSON is refused with its path", () => {
    const file = written("broken.json", "{ zh: ");
    expect(() => readDeskFile(file)).toThrow(/broken\.json.*cannot be read as JSON/s);
  });

  test("of another shape is refused with the place in it", () => {
    const file = written(
      "shape.json",
      JSON.stringify({ phones: { handover: [{ zh: "热线", en: "x", phone: "twelve" }] } }),
    );
    expect(() => readDeskFile(file)).toThrow(/phones\.handover\[0\]\.phone/);
  });
});
