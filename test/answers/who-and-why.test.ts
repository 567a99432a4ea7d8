import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenedCorpus, openCorpus } from "./open-corpus.ts";

/** Who and why: what only names the office or the matter tells neither. */
let corpus: OpenedCorpus;
beforeAll(async () => {
  corpus = await openCorpus();
}, 120_000);
afterAll(() => corpus.close());

test.each(["江北区常务副区长是哪位", "渝北财政局局长是哪位", "渝北为什么堵车", "大渡口教师为什么流动大"])(
  "%s: not told",
  async (asked) => {
    expect(await corpus.answer(asked)).toMatchObject({ status: "refused", reason: "not_in_corpus" });
  },
);

test("the name beside the office tells who holds it", async () => {
  expect((await corpus.answer("渝北区的区长是谁？")).answer).toContain("廖红军");
});
