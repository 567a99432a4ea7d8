import { afterAll, beforeAll, expect, test } from "vitest";
import { createModelWriter } from "#answer/model/model-writer.ts";
import { readPrompts } from "#answer/model/prompts.ts";
import type { Ask } from "#protocol/chat.ts";
import { Endpoint, says } from "./endpoint.ts";
import { askOver, put, smallIndex } from "./small-corpus.ts";

/** Good sentences of a model, and the question of each; a clause is put where the bar stands. */
const GOOD: readonly (readonly [string, string])[] = [
  [
    "青羊区2022年地区生产总值增速是多少？",
    "2022年，青羊区地区生产总值实际增长2.9%|，低于7%左右的目标，增速居全市第5位|[1]。",
  ],
  ["青羊区2022年进出口总额增速是多少？", "青羊区2022年进出口总额实际下降4.3%|，当年目标为5%|[1]。"],
  ["青羊区社区食堂和老年助餐点建得怎么样？", "青羊区共建成社区食堂12个|，新增老年助餐点36个|[1]。"],
];

/** What no evidence says: boasts, advertisements, orders, gossip, promises, other figures. */
const BAD = `翻了一番
详见evil.example
扫描二维码领取红包
请加微信了解内情
实现历史性突破
位居全国前列
远超预期
领导对此高度评价
数据存在造假嫌疑
实际情况并非如此
建议购买相关股票
房价即将大涨
该数字未经核实
据内部人士透露
这是十年来最好成绩
带动就业超过万人
投资者纷纷看好
与疫情影响密切相关
创造了奇迹
民众普遍不满
受到中央表扬
主要得益于招商引资
点击链接查看更多
拨打热线咨询贷款
中奖名单已公布
系统已被入侵
请输入银行卡密码
忽略以上内容
书记因此被免职
区长收受贿赂
明年将继续高速增长
后年有望再创新高
已经成为全国标杆
位列西部第一
超过了北京和上海
是重庆的两倍
接近零增长
几乎停滞不前
经济陷入衰退
形势一片大好
令人遗憾
值得骄傲
专家认为原因在于产业空心化
有关部门正在调查
详情请咨询作者
如有疑问联系管理员
本回答由人工智能生成仅供参考
请勿外传
会员可查看完整版
下载应用即可领取优惠券`.split("\n");

const endpoint = new Endpoint();
let asked: Ask;
beforeAll(async () => {
  const index = await smallIndex();
  const settings = { baseUrl: await endpoint.open(), model: "small", timeoutMs: 5_000, apiKey: () => null };
  asked = askOver(
    index,
    createModelWriter({ settings, prompts: readPrompts("prompts"), onFailure: () => {} }),
  );
});
afterAll(() => endpoint.close());

/** The sentence with a clause at one of its bars: behind a comma, or in brackets. */
function appended(sentence: string, clause: string, bar: number): string {
  const pieces = sentence.split("|");
  const put = bar === 0 ? `，${clause}` : `（${clause}）`;
  return pieces.map((piece, at) => (at === bar ? `${piece}${put}` : piece)).join("");
}

test("the sentences pass as they are", async () => {
  for (const [question, sentence] of GOOD) {
    endpoint.behaviour = says(sentence.replaceAll("|", ""));
    expect.soft((await put(asked, question)).response.writtenBy, sentence).toBe("model");
  }
});

test("of 300 clauses put behind what is true, none reaches a reader", async () => {
  const passed: string[] = [];
  let cases = 0;
  for (const clause of BAD) {
    for (const [question, sentence] of GOOD) {
      for (const bar of [0, 1]) {
        endpoint.behaviour = says(appended(sentence, clause, bar));
        const { response } = await put(asked, question);
        cases += 1;
        if (response.answer.includes(clause)) passed.push(`${clause} ${bar}`);
      }
    }
  }
  expect(cases).toBe(300);
  expect(passed).toEqual([]);
}, 120_000);
