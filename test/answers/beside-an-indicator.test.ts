import { beforeAll, describe, expect, test } from "vitest";
import type { ChatResponse } from "#protocol/chat.ts";
import { askReport } from "./ask-report.ts";

const REPORT = `青溪县2023年国民经济和社会发展统计公报

青溪县统计局

一、综合

全县地区生产总值156.2亿元，比上年增长4.6%。全县常住人口36.8万人，城镇登记失业率3.1%。

二、财政

全县税收收入48.6亿元，增长4%。一般公共预算支出81.3亿元，增长2.1%。

三、人民生活

全县城镇居民人均可支配收入41203元，增长5.1%；农村居民人均可支配收入18740元，增长6.3%。

四、旅游

全县接待游客870万人次，增长35%；进出口总额12.4亿元，下降2.1%。
`;

let answer: (...turns: readonly string[]) => Promise<ChatResponse>;
beforeAll(async () => {
  answer = await askReport(REPORT);
}, 60_000);

describe("words beside an indicator that its sentence does not speak of", () => {
  test.each([
    "青溪县2023年烟草税收多少",
    "小岗村2023年人均收入多少",
    "2023年全县结婚登记多少对",
    "狼牙山2023年游客多少",
    "2023年对俄罗斯进出口多少",
  ])("%s is not told by the figure of all", async (asked) => {
    expect(await answer(asked)).toMatchObject({ status: "refused" });
  });
});

describe("words that the sentence says, or that only ask", () => {
  test.each([
    ["青溪县2023年税收多少", "48.6亿元"],
    ["咱们青溪2023年一年收了多少税收呀", "48.6亿元"],
    ["青溪2023年来旅游的游客有多少人次", "870万人次"],
    ["青溪2023GDP多少", "156.2亿元"],
  ])("%s", async (asked, figure) => expect((await answer(asked)).answer).toContain(figure));
});
