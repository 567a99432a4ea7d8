import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CrossEncoder, loadCrossEncoder, type TextPair } from "#embed/cross-encoder.ts";
import { readTogether } from "./words.ts";

const SHIPPED = path.resolve("models/wenzheng-cross");
const pair = (question: string, unit: string, title = ""): TextPair => readTogether(question, title, unit);

let cross: CrossEncoder;
const workspace = mkdtempSync(path.join(tmpdir(), "cross-"));
beforeAll(async () => {
  cross = await loadCrossEncoder(SHIPPED);
}, 60_000);
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

describe("a sentence that answers in other words goes before one that shares more of them", () => {
  test.each([
    ["乡下修了多长的路", "新建和改造农村公路一千公里。", "农村基础设施建设步伐加快,乡村面貌明显改善。"],
    [
      "冬天供暖涨没涨价,政府补了多少钱",
      "各级财政补贴资金八亿多元,确保城市居民供热不涨价。",
      "政府补短板强弱项,冬季供暖管网改造工程全面完成。",
    ],
    [
      "小煤矿还剩多少座",
      "用两年时间将矿井总数压减到一千五百座之内。",
      "煤炭产量增长较快,小煤矿安全生产形势好转。",
    ],
  ])("%s", async (question, answers, shares) => {
    const [told = 0, near = 0] = await cross.scores([pair(question, answers), pair(question, shares)]);
    expect(told).toBeGreaterThan(near);
  });
});

test("a score is the same whatever stands beside it, and each time", async () => {
  const one = pair("2022年GDP是多少", "实现地区生产总值2442.6亿元、增长4.2%。", "一、综合");
  const others = [pair("为什么没完成目标", "受疫情影响,消费恢复不及预期。"), pair("x", "y")];
  const [alone] = await cross.scores([one]);
  const beside = await cross.scores([...others, one, ...others]);
  expect(beside[2]).toBe(alone);
  expect(await cross.scores([...others, one, ...others])).toEqual(beside);
});

test("no text is too long, empty or strange to be read", async () => {
  const long = "持续优化营商环境".repeat(2_000);
  const scores = await cross.scores([pair("", ""), pair(long, long, long), pair("𠮷😀\u0000", "\uD800")]);
  expect(scores.every(Number.isFinite)).toBe(true);
});

test.each(["onnx/model_quantized.onnx", "tokenizer.json", "mix.json"])(
  "a changed %s is refused by name before it is loaded",
  async (file) => {
    const folder = path.join(workspace, file.replaceAll("/", "-"));
    cpSync(SHIPPED, folder, { recursive: true });
    const bytes = readFileSync(path.join(folder, file));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path.join(folder, file), bytes);
    await expect(loadCrossEncoder(folder)).rejects.toThrow(file);
  },
);
