import { existsSync, readFileSync } from "node:fs";
import { Decimal } from "decimal.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { answerWords } from "#answer/words/answer-words.ts";
import type { ChatEvent, ChatResponse } from "#protocol/chat.ts";
import { chatResponseSchema } from "#protocol/chat.ts";
import { foldPlain } from "#text/fold.ts";
import { type OpenedCorpus, openCorpus, responseOf } from "./open-corpus.ts";

/**
 * What holds for every answer, whatever was asked. Every question of every set is asked once; a fault is told by the
 * question's place in its set and by the law, never by the answer, so that the sets kept for testing stay unread.
 */
const SETS = [
  "dev-questions",
  "project-dev",
  "project-dev-2",
  "project-dev-3",
  "project-dev-5",
  "project-test",
  "understanding",
].filter((set) => existsSync(`evals/${set}.jsonl`));

interface Asked {
  readonly id: string;
  readonly turns: readonly string[];
  readonly events: readonly ChatEvent[];
  readonly response: ChatResponse;
}

let corpus: OpenedCorpus;
const asked: Asked[] = [];

beforeAll(async () => {
  corpus = await openCorpus();
  for (const set of SETS) {
    const lines = readFileSync(`evals/${set}.jsonl`, "utf8").split("\n").filter(Boolean);
    for (const [at, line] of lines.entries()) {
      const { turns } = z.object({ turns: z.array(z.string()) }).parse(JSON.parse(line));
      const events = await corpus.events(turns);
      asked.push({ id: `${set} ${at + 1}`, turns, events, response: responseOf(events) });
    }
  }
}, 180_000);
afterAll(() => corpus.close());

/** The questions that break a law, each with what breaks it. */
function broken(law: (one: Asked) => readonly string[]): string[] {
  return asked.flatMap((one) => law(one).map((fault) => `${one.id}: ${fault}`));
}
/** Turns that ask no report get fixed words, which cite nothing and may hold whom to call. */
const ofReports = (law: (one: Asked) => readonly string[]): string[] =>
  broken((one) => (one.response.intent === "report" || one.response.intent === "operation" ? law(one) : []));
const fails = (holds: boolean, fault: string): string[] => (holds ? [] : [fault]);

const TELEPHONE = /\[[^\]\n]*\]\(tel:[\d-]+\)/g;
const MARKER = /\[(\d+)\]/g;
/** A full-width comma parts two figures (“目标300，2020年实际”), a plain one groups the digits of one. */
const figuresIn = (text: string): string[] =>
  [
    ...text
      .replaceAll("，", "、")
      .normalize("NFKC")
      .matchAll(/\d[\d,]*(?:\.\d+)?/g),
  ].map(([figure]) => figure.replaceAll(",", ""));

const COMPUTATION = /(-?[\d.]+) ([−÷×]) \(?(-?[\d.]+)\)?( × 100%)? [=≈] (-?[\d.]+)/g;

/** Figures of the computations an answer states, where they come out. */
function computedIn(answer: string): string[] {
  return [...answer.matchAll(COMPUTATION)].flatMap(
    ([, left = "", sign, right = "", percent, result = ""]) => {
      const [a, b] = [new Decimal(left), new Decimal(right)];
      const plain = sign === "−" ? a.minus(b) : sign === "×" ? a.mul(b) : a.div(b);
      const value = percent === undefined ? plain : plain.mul(100);
      return value.toDecimalPlaces(new Decimal(result).decimalPlaces()).eq(result)
        ? figuresIn([left, right, result, percent ?? ""].join(" "))
        : [];
    },
  );
}

const SUM = /((?:\(?-?[\d.]+\)? \+ )+\(?-?[\d.]+\)?) = (-?[\d.]+)/g;

/** The same for sums of any length. */
function addedIn(answer: string): string[] {
  return [...answer.matchAll(SUM)].flatMap(([, terms = "", result = ""]) => {
    const numbers = terms.match(/-?[\d.]+/g) ?? [];
    const sum = numbers.reduce((all, number) => all.plus(number), new Decimal(0));
    return sum.eq(result) ? figuresIn([...numbers, result].join(" ")) : [];
  });
}

/** Where the figures of an answer may come from. */
function groundsOf({ turns, response }: Asked): Set<string> {
  const { citations, indicators, answer, question, suggestions } = response;
  const items = answer.match(/^\s*- /gm)?.length ?? 0;
  const cited = citations.flatMap(({ quote, title, section }) => [quote, title, ...section]);
  const years = indicators.map(({ year }) => String(year));
  return new Set([
    ...[...cited, ...turns, question, ...suggestions, ...years].flatMap(figuresIn),
    ...computedIn(answer),
    ...addedIn(answer),
    ...(items > 0 ? [String(items)] : []),
  ]);
}

describe("every answer", () => {
  test("is made for every question", () => {
    expect(asked.length).toBeGreaterThan(400);
    expect(broken(({ response }) => fails(chatResponseSchema.safeParse(response).success, "shape"))).toEqual(
      [],
    );
    expect(broken(({ response }) => fails(response.answer.trim() !== "", "empty"))).toEqual([]);
  });

  test("holds only figures that stand in a cited span, the question, or a stated computation", () => {
    const faults = ofReports((one) => {
      const grounds = groundsOf(one);
      const figures = figuresIn(one.response.answer.replace(MARKER, " ").replace(TELEPHONE, " "));
      return figures.filter((figure) => !grounds.has(figure)).map(() => "a figure without ground");
    });
    expect(faults).toEqual([]);
  });

  test("quotes exactly", () => {
    const faults = broken(({ response }) =>
      response.citations.flatMap(({ documentId, quote, start, end }) => {
        const text = corpus.index.document(documentId)?.text ?? "";
        return fails(quote !== "" && quote === text.slice(start, end), "a quote that is not its slice");
      }),
    );
    expect(faults).toEqual([]);
  });

  test("has a citation for every marker, and a use for every citation, numbered from 1", () => {
    const faults = broken(({ response: { answer, citations, indicators } }) => {
      const markers = new Set([...answer.matchAll(MARKER)].map(([, marker]) => Number(marker)));
      const used = new Set([...markers, ...indicators.map(({ marker }) => marker)]);
      return [
        ...fails(
          citations.every(({ marker }, i) => marker === i + 1),
          "markers out of order",
        ),
        ...fails(
          [...used].every((marker) => marker <= citations.length),
          "a marker without citation",
        ),
        ...fails(
          citations.every(({ marker }) => used.has(marker)),
          "a citation without use",
        ),
      ];
    });
    expect(faults).toEqual([]);
  });

  test("that answers cites something", () => {
    const faults = ofReports(({ response: { status, citations } }) =>
      fails(status !== "answered" || citations.length > 0, "no citation"),
    );
    expect(faults).toEqual([]);
  });

  test("shows only rows of the table, each inside the citation that its marker names", () => {
    const rows = corpus.index.indicators({});
    const faults = broken(({ response: { indicators, citations } }) =>
      indicators.flatMap((shown) => {
        const cited = citations[shown.marker - 1];
        const row = rows.find(
          ({ documentId, start, kind, year, region, indicator }) =>
            documentId === shown.documentId &&
            start === shown.start &&
            kind === shown.kind &&
            year === shown.year &&
            region === shown.region &&
            indicator === shown.indicator,
        );
        const inside =
          cited !== undefined &&
          cited.documentId === shown.documentId &&
          cited.start <= shown.start &&
          shown.end <= cited.end;
        return [
          ...fails(row !== undefined, "a row that is not in the table"),
          ...fails(inside, "a row outside its citation"),
        ];
      }),
    );
    expect(faults).toEqual([]);
  });

  test("shows only rows of the kind asked, where one kind was asked and answered", () => {
    const faults = broken(({ turns, response }) => {
      const { kinds, operation } = corpus.understand(turns);
      const [kind, second] = kinds;
      const first = response.indicators[0];
      const plain = response.reason === "value" && operation === "value";
      if (!plain || kind === undefined || second !== undefined || first === undefined) return [];
      const open = !answerWords.kindSaid[kind].test(foldPlain(turns.at(-1) ?? ""));
      return fails(first.kind === kind || open, `the ${first.kind} first where the ${kind} was asked`);
    });
    expect(faults).toEqual([]);
  });

  test("streams in the order of the contract, its deltas joined being the answer", () => {
    const faults = broken(({ events, response }) => {
      const deltas = events.flatMap((event) => (event.type === "delta" ? [event.text] : []));
      const citations = events.flatMap((event) => (event.type === "citation" ? [event.citation] : []));
      const indicators = events.flatMap((event) => (event.type === "indicator" ? [event.indicator] : []));
      return [
        ...fails(deltas.join("") === response.answer, "deltas"),
        ...fails(JSON.stringify(citations) === JSON.stringify(response.citations), "citations"),
        ...fails(JSON.stringify(indicators) === JSON.stringify(response.indicators), "indicators"),
        ...fails(events.filter(({ type }) => type === "done").length === 1, "not one done"),
        ...fails(events[0]?.type === "status", "no status first"),
      ];
    });
    expect(faults).toEqual([]);
  });

  test("offers at most three suggestions, none twice, none already asked", () => {
    const faults = broken(({ turns, response: { status, suggestions } }) => [
      ...fails(status === "clarify" || suggestions.length <= 3, "too many"),
      ...fails(new Set(suggestions).size === suggestions.length, "one twice"),
      ...fails(!suggestions.some((suggestion) => turns.includes(suggestion)), "one already asked"),
    ]);
    expect(faults).toEqual([]);
  });
});

test("every suggestion, asked alone or in each conversation that offered it, is answered", async () => {
  const offered = new Map<string, (readonly string[])[]>();
  for (const { turns, response } of asked)
    for (const suggestion of response.suggestions)
      offered.set(suggestion, [...(offered.get(suggestion) ?? []), turns]);
  expect(offered.size).toBeGreaterThan(20);
  for (const [suggestion, conversations] of offered) {
    if ((await corpus.answer(suggestion)).status === "answered") continue;
    for (const turns of conversations) {
      const { status } = await corpus.answer(...turns, suggestion);
      expect.soft(status, [...turns, suggestion].join(" / ")).toBe("answered");
    }
  }
}, 60_000);

test("the same question on the same index gives the same bytes", async () => {
  for (const { id, turns, events } of asked.filter((_one, at) => at % 7 === 0)) {
    expect.soft(JSON.stringify(await corpus.events(turns)) === JSON.stringify(events), id).toBe(true);
  }
});
