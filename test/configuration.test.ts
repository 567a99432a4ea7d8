import { describe, expect, it } from "vitest";
import { readConfiguration } from "#configuration.ts";

describe("the settings", () => {
  it("name origins as a browser sends them, whatever way they are written", () => {
    const { serve } = readConfiguration({
      ALLOWED_ORIGINS: "https://WWW.Example.gov.cn/, http://127.0.0.1:9000",
      FRAME_ANCESTORS: "https://*.example.gov.cn",
    });
    expect(serve.allowedOrigins).toEqual(["https://www.example.gov.cn", "http://127.0.0.1:9000"]);
    expect(serve.frameAncestors).toEqual(["https://*.example.gov.cn"]);
  });

  it.each([
    ["ALLOWED_ORIGINS", "example.gov.cn"],
    ["ALLOWED_ORIGINS", "https://example.gov.cn/page"],
    ["ALLOWED_ORIGINS", "*"],
    ["FRAME_ANCESTORS", "https://a.example; script-src *"],
    ["RATE_LIMIT", "maybe"],
    ["RATE_LIMIT", "0"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://a:secret@b/c"],
    ["DATABASE_URL", "postgresql://a:secret@one/c, two"],
    ["LLM_BASE_URL", "no address"],
  ])("are refused by name: %s=%s", (setting, value) => {
    const refused = () => readConfiguration({ [setting]: value });
    expect(refused).toThrow(new RegExp(`^setting ${setting}: `));
    expect(refused).not.toThrow(/secret/);
  });
});
