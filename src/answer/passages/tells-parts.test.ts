import { describe, expect, test } from "vitest";
import { tellsParts } from "./tells-parts.ts";

describe("which of so many", () => {
  test.each([
    ["“三线一单”的三线是哪三线", "加强“三线一单”管理，严控“两高一低”项目盲目发展，推动能耗双控。"],
    ["“八张报表”具体是哪八张？", "同期取得“五个第一”；“八张报表”“八张问题清单”居全市前列。"],
    ["三大攻坚战是哪三大", "坚决打好“三大攻坚战”，大力实施八项行动，各项事业坚实，任务完成，成果重大。"],
  ])("a sentence that only uses the term tells none: %s", (asked, printed) =>
    expect(tellsParts(asked, printed)).toBe(false),
  );
  test.each([
    ["三大保卫战是哪三大", "打好蓝天、碧水、净土三大保卫战。"],
    ["“五片区”是哪五个片区", "“五片区”指洋炮局、商业街、新城、生态谷、运动小镇。"],
    ["“四重工作”是哪四重", "聚焦“四重工作”，强化调度。围绕重要指标、重心任务、重点项目、重大改革。"],
    ["八大重点项目是哪八个", "首选区八大重点项目 甲、乙、丙、丁、戊、己、庚、辛。"],
  ])("parts before the term, behind it, or in other words: %s", (asked, printed) =>
    expect(tellsParts(asked, printed)).toBe(true),
  );
});

test("other questions, and terms in other words, are not judged", () => {
  expect(tellsParts("渝北有多少个公园", "建成公园9个。")).toBe(null);
  expect(tellsParts("三大支柱是哪三个", "集聚壮大装备和软件。")).toBe(null);
});
