import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

/** Turns that go on with what the turn before was answered with, over the shipped reports. */
let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

const told = async (...turns: readonly string[]) => (await corpus.answer(...turns)).answer;

describe("a turn that names no place is asked of the sentence quoted before", () => {
  test.each([
    ["悦来国际会展城2023年办了多少场展会？", "拉动了多少消费？", "拉动消费206亿元"],
    ["江北2020年招商引进了多少个重点项目？", "涉及投资多少钱？", "45.68亿元"],
    ["渝北2023年查处违反中央八项规定精神多少件？", "涉及多少人？", "16件23人"],
    ["长安新工厂的年产能是多少辆？", "产值呢？", "产值500亿元"],
    ["渝北2023年工作里还有哪些困难和问题？", "干部作风方面是怎么说的？", "少数干部能力作风"],
    ["江北2023年获得了哪个食品方面的全国称号？", "排全国第几？", "全国第1"],
    ["江北2022年应届毕业生解决就业多少人？", "困难人员再就业呢？", "5935人"],
    ["大渡口2023年GDP目标6.5%以上是怎么考虑的？", "第二条考虑是什么？", "二是发展动能支撑"],
  ])("%s / %s", async (first, then, words) => {
    expect(await told(first, then)).toContain(words);
  });
  test("through more than one turn", async () => {
    const turns = ["大渡口2023年一共要搞多少个建设项目？", "社会投资的呢？", "计划投资多少？"];
    expect(await told(...turns)).toContain("173亿元");
  });
  test("another place or year is looked for anew", async () => {
    const answer = await told("悦来国际会展城2023年办了多少场展会？", "江北2022年网络销售额呢？");
    expect(answer).toContain("737亿元");
  });
  test("why something else was missed is no part of it", async () => {
    const answer = await told("大渡口2022年社零增速为什么没完成？", "那服务业增加值呢？");
    expect(answer).toContain("房地产业、金融业受预期减弱影响");
  });
});

describe("another cell of the table that the figure told before stands in", () => {
  test.each([
    [["江北2023年社会投资重点项目总投资是多少？", "年度投资呢？"], "203.3亿元"],
    [["江北2023年社会投资重点项目总投资是多少？", "年度投资呢？", "那政府投资项目的呢？"], "63.3亿元"],
    [["江北2023年安排了多少个社会投资重点项目？", "其中新建的有几个？"], "19个"],
    [["江北2023年政府投资重点项目有多少个？", "前期的呢？", "总投资呢？"], "378.9亿元"],
    [
      ["江北2023年安排了多少个社会投资重点项目？", "其中新建的有几个？", "这些新建项目总投资多少亿？"],
      "253亿元",
    ],
  ])("%j", async (turns, figure) => {
    expect(await told(...turns)).toContain(figure);
  });
});

describe("a question of its own in a conversation", () => {
  test("is of the year talked of", async () => {
    const answer = await told("江北2020年GDP是多少？", "城镇新增就业多少人？");
    expect(answer).toContain("2020年城镇新增就业人数为5万人");
  });
  test("unless only another year or place holds an answer", async () => {
    const answer = await told("江北2020年GDP是多少？", "长安新工厂年产能多少辆？");
    expect(answer).toContain("年产能28万辆");
  });
  test("and what no report tells is not told of another", async () => {
    const response = await corpus.answer("江北2020年GDP是多少？", "海底捞开了多少家？");
    expect(response.status).toBe("refused");
  });
});

describe("an item of the list told before", () => {
  test("asked for with its list in one turn", async () => {
    expect(await told("大渡口2022年发展的困难的第三条说的是啥")).toMatch(/^三是城市功能不够完善/);
  });
  test("第二条, and the last one after it", async () => {
    const turns = ["大渡口2022年发展中有哪些困难？", "第二条具体怎么说的？", "最后一条呢？"];
    expect(await told(...turns.slice(0, 2))).toMatch(/^二是市场主体发展培育不足/);
    expect(await told(...turns)).toMatch(/^四是发展活力仍需释放.*城市吸引力集聚力有待提升/);
  });
  test("of a list of indicators the indicator is meant", async () => {
    const turns = ["大渡口2022年没完成的指标有哪些？", "第三个为什么没完成？"];
    expect(await told(...turns)).toContain("主要由于我区商贸业规模小");
  });
  test("so many of those that are left, and then the rest of them, without the total", async () => {
    const turns = ["江北2023年民生实事方案前五项是什么？", "接下来的五项呢？"];
    const next = await told(...turns);
    expect(next).toMatch(/^- 新建500个小微停车位.*更新改造4个老旧小区：9800\[5\]$/s);
    const rest = await told(...turns, "再往下三项", "剩下的呢");
    expect(rest).toMatch(/^- 改造20个老旧小区居民供电设施.*新（改）建公厕20座：2950\[7\]$/s);
  });
  test("of the things that one line strings together", async () => {
    const first = "把大渡口2023年产业建设重点项目里“现代服务业项目”那一组的前四个给我";
    expect(await told(first)).toMatch(/^- 天安产业三期\[1\].*红白楼改造项目\[1\]$/s);
    expect(await told(first, "接着的两个")).toBe("- 艺度创城市更新项目[1]\n- 大渡口缆车项目[1]");
    expect(await told(first, "继续，后四个")).toMatch(/^- 艺度创城市更新项目.*长江音悦港）\[1\]$/s);
  });
  test("what remains after two turns", async () => {
    const turns = ["江北2023年“十个领域”改革，先给我前三个领域", "接下来三个", "还剩哪些"];
    expect(await told(...turns)).toMatch(/^- 财政体制领域.*社会治理领域：[^\n]*$/s);
  });
  test("there is none where the list is shorter", async () => {
    const response = await corpus.answer("大渡口2022年发展中有哪些困难？", "第九条呢？");
    expect(response.status).not.toBe("answered");
  });
});

test("a term of the glossary is explained to an English question", async () => {
  expect(await told('What does "zero-waste city" mean in the Jiangbei report?')).toContain(
    "固体废物源头减量",
  );
});

test("dialect asks as the written language does", async () => {
  expect(await told("啷个优化营商环境嘛，江北2023年")).toBe(await told("怎么优化营商环境嘛，江北2023年"));
});

test.each(["江北2022年GDP排第几？", "Jiangbei 2022 GDP rank in Chongqing?"])(
  "the rank of an amount in the remark of a table on its growth: %s",
  async (asked) => {
    expect(await told(asked)).toContain("总量跃居全市第3位");
  },
);

test("a turn asks more of the report that an earlier one named", async () => {
  const turns = ["渝北区2024年的政府工作报告是谁作的？", "在哪个会上作的？", "文号是多少？"];
  expect(await told(...turns.slice(0, 2))).toContain("第四次会议");
  expect(await told(...turns)).toContain("渝北府发〔2024〕1号");
});

test("我说错了 corrects the turn before", async () => {
  const turns = ["大渡口2022年重点民生实事完成了几件？", "我说错了，是江北2024年要实施几件"];
  expect(await told(...turns)).toContain("今年10件区级重点民生实事");
});

test("跟什么有关 asks for a reason", async () => {
  expect(await told("大渡口2022年服务业没达标，跟哪两个行业有关？")).toContain("房地产业、金融业");
});

test("比上年增长多少 names no other subject", async () => {
  const turns = ["大渡口2022年社零总额是多少？", "比上年增长多少？", "渝北2023年的呢"];
  expect(await told(...turns)).toContain("10.6%");
});
