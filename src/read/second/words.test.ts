import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readTogether } from "./words.ts";

describe("what the cross-encoder reads", () => {
  test("no figures but years", () => {
    expect(readTogether("2022年GDP 是多少", "一、综合", "实现地区生产总值 2,442.6亿元、增长4.2%")).toEqual({
      asked: "2022年gdp是多少",
      told: "一、综合：实现地区生产总值0亿元、增长0%",
    });
  });

  test("of a long unit the stretch that shares most with the question", () => {
    const unit = `${"持续优化营商环境，".repeat(12)}新增公共停车位一百个。${"加强城市管理，".repeat(12)}`;
    const { told } = readTogether("公共停车位新增多少", "", unit);
    expect(told).toContain("新增公共停车位");
    expect(told.length).toBeLessThan(unit.length);
  });
});

test("training and answering read the same words of the same texts", () => {
  const lines = readdirSync("corpus")
    .filter((name) => name.endsWith(".txt"))
    .flatMap((name) => readFileSync(`corpus/${name}`, "utf8").split("\n"))
    .filter((line) => line.length > 20);
  const questions = ["2022年GDP是多少", "为什么没有完成目标？", "PM2.5浓度下降了多少", "老旧小区改造了几个"];
  const cases = lines
    .slice(0, 400)
    .map((line, at) => [questions[at % 4] ?? "", lines[at + 1]?.slice(0, 30) ?? "", line] as const);
  const script = `import json,sys
sys.path.insert(0, "training/cross")
from words import read_together
print(json.dumps([read_together(*case) for case in json.load(sys.stdin)]))`;
  const { stdout, status } = spawnSync("python3", ["-c", script], {
    input: JSON.stringify(cases),
    encoding: "utf8",
  });
  expect(status).toBe(0);
  expect(cases.map((texts) => readTogether(...texts)).map(({ asked, told }) => [asked, told])).toEqual(
    JSON.parse(stdout),
  );
});
