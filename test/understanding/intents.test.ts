import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readConfiguration } from "#configuration.ts";
import { createEmbedder } from "#embed/create-embedder.ts";
import { embeddedAs, readTurn } from "#question/conversation/turn.ts";
import { classOf, INTENT_CLASSES } from "#question/intent/intent.ts";
import { INTENT_EMBEDDER } from "#question/intent/intent-model.ts";
import { outlineOf } from "#question/outline.ts";
import { regionReader } from "#question/place/regions.ts";

const turnSchema = z.object({ category: z.enum(INTENT_CLASSES), turns: z.tuple([z.string()]) });
/** The half of the front desk's set that is kept for judging: no turn of it is shown, the level alone. */
const unseen = readFileSync("evals/open/desk.jsonl", "utf8")
  .trim()
  .split("\n")
  .filter((_, at) => at % 2 === 0)
  .map((line) => turnSchema.parse(JSON.parse(line)));

const embedder = await createEmbedder(readConfiguration({}).embedder);
const words = unseen.map(({ turns: [text] }) => embeddedAs(text));
const made = await embedder.embedDocuments(words);
const vectors = new Map(made.map((vector, at) => [words[at] ?? "", vector]));
const readRegions = regionReader({
  ...outlineOf([]),
  regions: ["江北区", "渝北区", "大渡口区"],
  parents: ["重庆市"],
});

/** Share of the turns whose class is told right. */
function level(of: typeof unseen, given?: typeof vectors): number {
  const right = of.filter(
    ({ category, turns: [text] }) =>
      classOf(readTurn(text, readRegions, { vectors: given }).intent) === category,
  );
  return right.length / of.length;
}

describe("what a turn of the front desk is", () => {
  test("is learned with the shipped embedder", () => expect(INTENT_EMBEDDER).toBe(embedder.id));

  test("is told right nine times in ten", () => expect(level(unseen, vectors)).toBeGreaterThan(0.9));

  test("is told nearly as well by the words alone", () => expect(level(unseen)).toBeGreaterThan(0.86));

  test("a question for a report that sounds like something else is known for one", () =>
    expect(
      level(
        unseen.filter(({ category }) => category === "report"),
        vectors,
      ),
    ).toBeGreaterThan(0.95));
});
