import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fillPrompt, promptHashes, readPrompts } from "./prompts.ts";

const folder = mkdtempSync(path.join(tmpdir(), "prompts-"));
afterAll(() => rmSync(folder, { recursive: true }));

const REWRITE = "{{language}} {{question}} {{rows}} {{evidence}} {{draft}}";
function write(rewrite: string): void {
  writeFileSync(path.join(folder, "system.md"), "---\nvariables:\n---\n照实说。\n");
  writeFileSync(path.join(folder, "rewrite.md"), rewrite);
}

describe("prompts", () => {
  it("are read from the project's files, each with the digest of its bytes", () => {
    const prompts = readPrompts("prompts");
    const digest = createHash("sha256").update(readFileSync("prompts/system.md")).digest("hex");
    expect(promptHashes(prompts)).toEqual({ "system.md": digest, "rewrite.md": prompts.rewrite.digest });
    expect(prompts.rewrite.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it("change their digest with a single character", () => {
    const text = `---\nvariables: language, question, rows, evidence, draft\n---\n${REWRITE}`;
    write(text);
    const before = readPrompts(folder).rewrite.digest;
    write(`${text}。`);
    expect(readPrompts(folder).rewrite.digest).not.toBe(before);
  });

  it("are filled once: what is filled in is not filled again", () => {
    const { rewrite } = readPrompts("prompts");
    const slots = {
      language: "中文",
      rows: "",
      evidence: "",
      draft: "",
      question: "{{evidence}} $& {{draft}}",
    };
    expect(fillPrompt(rewrite, slots)).toContain("{{evidence}} $& {{draft}}");
  });

  it.each([
    ["names no variables", REWRITE, /begin with its variables/],
    ["names others than it should", `---\nvariables: question\n---\n${REWRITE}`, /names question/],
    [
      "uses others than it names",
      `---\nvariables: language, question, rows, evidence, draft\n---\n{{question}} {{key}}`,
      /uses question, key/,
    ],
  ])("are refused when one %s", (_what, text, message) => {
    write(text);
    expect(() => readPrompts(folder)).toThrow(message);
  });

  it("are refused when one is missing", () => {
    expect(() => readPrompts(path.join(folder, "nowhere"))).toThrow(/cannot be read/);
  });
});
