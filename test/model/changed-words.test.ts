import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Draft } from "#answer/draft.ts";
import { proseOf } from "#answer/model/material.ts";
import { verifiedDraft } from "#answer/model/verified-draft.ts";
import type { Question } from "#question/question.ts";
import { numeralsIn } from "#text/quantity/numerals-in.ts";
import { askOver, put, smallIndex } from "./small-corpus.ts";

const QUESTIONS = [
  "青羊区2022年地区生产总值增速是多少？",
  "青羊区2022年进出口总额增速是多少？",
  "武侯区2022年地区生产总值是多少？",
  "青羊区和武侯区2022年地区生产总值增速哪个高？",
  "青羊区建成社区食堂多少个？",
  "锦江绿道二期工程为什么推迟？",
];

/** Each question with the composer's draft, as a writer is given them. */
const drafts: [Question, Draft][] = [];

beforeAll(async () => {
  const index = await smallIndex();
  const ask = askOver(index, async (question, draft) => {
    drafts.push([question, draft]);
    return null;
  });
  for (const question of QUESTIONS) await put(ask, question);
});

const proseText = (draft: Draft): string =>
  proseOf(draft)
    .map((block) => (block.type === "paragraph" ? block.text : ""))
    .join("\n");

describe("the composer's words, come back from a model", () => {
  it("pass the check as they are", () => {
    expect(drafts).toHaveLength(QUESTIONS.length);
    for (const [question, draft] of drafts) {
      const { draft: verified, dropped } = verifiedDraft(question, draft, proseText(draft));
      expect([question.asked, dropped]).toEqual([question.asked, []]);
      expect(verified).not.toBeNull();
    }
  });

  it("never hold a figure that was put in another's place", () => {
    const changes = fc.record({
      which: fc.nat(),
      at: fc.nat(),
      value: fc.oneof(
        fc.integer({ min: 0, max: 3000 }).map(String),
        fc.double({ min: 0, max: 100, noNaN: true }).map((x) => x.toFixed(1)),
      ),
    });
    fc.assert(
      fc.property(changes, ({ which, at, value }) => {
        const [question, draft] = drafts[which % drafts.length] ?? [];
        if (question === undefined || draft === undefined) return;
        const text = proseText(draft);
        const places = [...text.matchAll(/(?<![[\d.])\d+(?:\.\d+)?(?![\d.\]])/g)];
        const place = places[at % places.length];
        if (place === undefined) return;
        const known = numeralsIn(
          `${text} ${question.asked} ${draft.book.citations.map(({ quote, title, section }) => [quote, title, ...section].join(" "))}`,
        );
        fc.pre(!known.includes(value));
        const changed = text.slice(0, place.index) + value + text.slice(place.index + place[0].length);
        const verified = verifiedDraft(question, draft, changed).draft;
        const said = verified === null ? [] : numeralsIn(proseText(verified));
        expect(said).not.toContain(value);
      }),
      { numRuns: 300 },
    );
  });
});
