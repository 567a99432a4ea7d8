import { describe, expect, it, test } from "vitest";
import { conceptById } from "./catalogue.ts";
import { findMentions } from "./catalogue-mentions.ts";
import { canonicalName } from "./catalogue-names.ts";
import { spoken, variantsOf } from "./catalogue-spoken.ts";

describe("alternatives", () => {
  it("are written out, the first ones first", () => {
    expect(variantsOf("(a|b)c(d|)")).toEqual(["acd", "ac", "bcd", "bc"]);
    expect(variantsOf("x(a(b|c)|d)")).toEqual(["xab", "xd", "xac", "xd"]);
    expect(variantsOf("plain")).toEqual(["plain"]);
  });
  it("leave no bracket behind and speak of concepts there are", () => {
    for (const { concepts, phrases } of spoken) {
      expect(concepts.filter((id) => conceptById(id) === undefined)).toEqual([]);
      expect(phrases.filter((phrase) => /[()|?]/u.test(phrase) || phrase.length < 3)).toEqual([]);
    }
  });
  it("are no names that a report prints", () => {
    expect(canonicalName("外国老板投的钱").concept).toBeNull();
  });
});

test.each([
  ["区里的腰包2020年进账多少", "general-budget-revenue"],
  ["2022年和外国做买卖一共多少钱", "trade-total"],
  ["2022年外国老板投了多少美元", "actual-foreign-capital"],
  ["2024年要让多少人有活干", "new-urban-jobs"],
  ["2023年搞研发花的钱占gdp多少", "rd-intensity"],
  ["2022年私营老板们的经济占gdp多少", "private-share"],
  ["2022年一千个人能有几个托育位子", "childcare-places-per-thousand"],
  ["2022年工厂造的东西值多少亿", "industrial-output"],
  ["2022年新注册了多少家店和公司", "new-market-entities"],
  ["2022年建房修路这些投资涨了多少", "fixed-asset-investment"],
  ["平均每个上班的人一年创造多少万的价值", "labour-productivity"],
])("%s speaks of %s", (asked, id) => {
  expect(findMentions(asked).flatMap(({ concepts }) => concepts)).toContain(id);
});
