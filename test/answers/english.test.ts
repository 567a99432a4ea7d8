import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

describe("questions in English", () => {
  test.each([
    [
      ["2023 GDP growth: was Jiangbei or Yubei faster, and by how many percentage points?"],
      "6.7 − 4.2 = 2.5",
    ],
    [["How many 5G base stations and public EV chargers did Yubei newly build in 2023?"], "1020"],
    [
      ["In 2020, how many Nobel Prize winners and academicians did Jiangbei bring in on a flexible basis?"],
      "院士15人",
    ],
    [
      ["Where does the term “Fengqiao Experience” (枫桥经验) come from, according to the glossary?"],
      "诸暨市枫桥镇",
    ],
    [
      [
        "In 2022, which of Jiangbei and Dadukou had more nursery places (childcare slots) per thousand residents?",
      ],
      "2.38 − 2.1 = 0.28",
    ],
    [
      ["Which five historic buildings did Jiangbei plan to restore, protect and put to use in 2021?"],
      "明玉珍睿陵、测候亭",
    ],
    [["What was the share of prefabricated buildings among Yubei's new buildings in 2023?"], "35%"],
    [
      ["Which grew faster in Yubei in 2023, cultural industry value added or tourism value added?"],
      "35 − 21 = 14",
    ],
    [["Which two interchanges were fully completed in Yubei in 2023?"], "空港西立交、新牌坊立交"],
    [["Which five emerging “new star” industries will Yubei cultivate in 2024?"], "元宇宙、北斗应用"],
    [
      [
        "What GDP growth is Jiangbei aiming for in 2024?",
        "For industrial value added of enterprises above designated size, what is Yubei's 2024 target?",
        "How about Jiangbei's?",
      ],
      "8.5%",
    ],
    [
      [
        "How fast did Dadukou's service-sector value added grow in 2022?",
        "That's negative! What reason does the report give?",
      ],
      "房地产业、金融业受预期减弱影响",
    ],
  ])("%j", async (turns, told) => expect((await corpus.answer(...turns)).answer).toContain(told));

  test("a district that no report covers is refused by name, whatever city it lies in", async () => {
    const { status, answer } = await corpus.answer("What was the GDP of Nan'an District, Chongqing in 2023?");
    expect(status).toBe("refused");
    expect(answer).toContain("南岸区");
  });
});
