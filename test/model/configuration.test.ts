import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { readConfiguration } from "#configuration.ts";

const KEY = "sk-secret-0123456789";
const GIVEN = { LLM_BASE_URL: "http://127.0.0.1:11434/v1", LLM_MODEL: "qwen3:8b", LLM_API_KEY: KEY };

describe("the language model's settings", () => {
  it("are absent by default: no model is asked", () => {
    expect(readConfiguration({}).languageModel).toBeNull();
    expect(readConfiguration({ LLM_MODEL: "qwen3:8b" }).languageModel).toBeNull();
  });

  it("name the endpoint, with twenty seconds for an answer", () => {
    const { languageModel } = readConfiguration(GIVEN);
    expect(languageModel).toMatchObject({
      baseUrl: GIVEN.LLM_BASE_URL,
      model: "qwen3:8b",
      timeoutMs: 20_000,
    });
    expect(languageModel?.apiKey()).toBe(KEY);
  });

  it("need no key", () => {
    expect(readConfiguration({ ...GIVEN, LLM_API_KEY: "" }).languageModel?.apiKey()).toBeNull();
  });

  it("never show the key when they are printed", () => {
    const configuration = readConfiguration(GIVEN);
    expect(inspect(configuration, { depth: 9, showHidden: true })).not.toContain(KEY);
    expect(JSON.stringify(configuration)).not.toContain(KEY);
  });

  it.each([
    ["an address without a model", { LLM_MODEL: "" }, "LLM_MODEL"],
    ["an address of another protocol", { LLM_BASE_URL: "file:///etc/passwd" }, "LLM_BASE_URL"],
    ["a password in the address", { LLM_BASE_URL: `http://me:${KEY}@host/v1` }, "LLM_BASE_URL"],
    ["a key with a line break", { LLM_API_KEY: `${KEY}\nx: y` }, "LLM_API_KEY"],
    ["a deadline beyond the server's own", { LLM_TIMEOUT_MS: "90000" }, "LLM_TIMEOUT_MS"],
  ])("are refused for %s, by name and without the key", (_what, change, setting) => {
    const read = () => readConfiguration({ ...GIVEN, ...change });
    expect(read).toThrow(setting);
    expect(read).not.toThrow(KEY);
  });
});
