import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Chunk } from "#domain/chunk.ts";
import type { SourceDocument } from "#domain/document.ts";
import { readCorpus } from "#ingest/read-corpus.ts";
import type { BenchQuestion } from "./question-set.ts";
import { seeded } from "./timing.ts";

/** As in the training recipe: reports chosen by a hash of their name are never trained on. */
const SPLIT_SEED = 20240701;
const HELD_OUT_SHARE = 0.08;

const FIGURE_FRAMES = [
  "{r}{y}年{t}是多少？",
  "{y}年{r}的{t}达到多少了",
  "查一下{r}{y}年{t}",
  "{r}{y}年{t}增长了多少？",
];
const TOPIC_FRAMES = [
  "{r}{y}年{t}方面做了什么？",
  "{r}打算怎么推进{t}？",
  "{y}年{r}有哪些{t}的举措",
  "说说{r}{t}的情况",
];
const PAIR_FRAMES = ["{r}{y}年和{s}{z}年的{t}差多少？", "{t}，{r}{y}年跟{s}{z}年比哪个高？"];

/** Most draws fail: few reports give a figure for a given term. */
const TRIES = 40;

export type Half = "choose" | "judge";

interface Term {
  readonly official: readonly string[];
  readonly spoken: readonly string[];
}

/** Reads the reports no model was trained on; one half to choose weights on, one to judge them. */
export async function heldOutReports(folder: string, half: Half): Promise<readonly SourceDocument[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt") && isHeldOut(name));
  const chosen = names.sort().filter((_, at) => at % 2 === (half === "choose" ? 0 : 1));
  const copy = mkdtempSync(join(tmpdir(), "wenzheng-held-out-"));
  for (const name of chosen) cpSync(join(folder, name), join(copy, name));
  const { documents } = await readCorpus(copy);
  rmSync(copy, { recursive: true });
  return documents.filter(({ region, reviewYear }) => region !== null && reviewYear !== null);
}

function isHeldOut(name: string): boolean {
  const digest = createHash("sha256").update(`${SPLIT_SEED}:${name}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32 < HELD_OUT_SHARE;
}

/** Draws questions with known answers about reports: figures by their official and spoken names, topics, pairs. */
export class QuestionMaker {
  readonly #random: () => number;
  readonly #terms: readonly Term[];
  readonly #documents: readonly SourceDocument[];
  readonly #chunks: ReadonlyMap<string, readonly Chunk[]>;

  constructor(documents: readonly SourceDocument[], chunks: readonly Chunk[], lexicon: string) {
    this.#random = seeded(11);
    this.#terms = readLexicon(lexicon);
    this.#documents = documents;
    this.#chunks = new Map(
      documents.map(({ id }) => [id, chunks.filter(({ documentId }) => documentId === id)]),
    );
  }

  /** At most `count` of each kind; fewer where reports lack what a draw asks for. */
  make(count: number): BenchQuestion[] {
    const kinds = {
      official: () => this.#figure("official"),
      spoken: () => this.#figure("spoken"),
      topic: () => this.#topic(),
      pair: () => this.#pair(),
    };
    return Object.entries(kinds).flatMap(([category, draw]) => {
      const made = new Map<string, BenchQuestion>();
      for (let tries = 0; tries < count * TRIES && made.size < count; tries += 1) {
        const drawn = draw();
        if (drawn !== null) made.set(drawn.text, { ...drawn, category, id: `${category}-${made.size}` });
      }
      return [...made.values()];
    });
  }

  #figure(kind: keyof Term) {
    const document = this.#pick(this.#documents);
    const term = this.#pick(this.#terms.filter((each) => each[kind].length > 0));
    const group = this.#stating(document, term);
    if (group.size === 0) return null;
    const text = fill(this.#pick(FIGURE_FRAMES), { ...placeOf(document), t: this.#pick(term[kind]) });
    return { text, groups: [group] };
  }

  #pair() {
    const one = this.#pick(this.#documents);
    const other = this.#pick(this.#documents);
    const term = this.#pick(this.#terms);
    const groups = [this.#stating(one, term), this.#stating(other, term)];
    if (one === other || groups.some((group) => group.size === 0)) return null;
    const { r: s, y: z } = placeOf(other);
    return {
      text: fill(this.#pick(PAIR_FRAMES), { ...placeOf(one), s, z, t: this.#pick(term.official) }),
      groups,
    };
  }

  #topic() {
    const document = this.#pick(this.#documents);
    const chunk = this.#pick(this.#chunks.get(document.id) ?? []);
    const heading = chunk.section.at(-1)?.replace(/^[第（(\d一二三四五六七八九十]+[、.）)部分]*/u, "") ?? "";
    if (heading.length < 4 || heading.length > 20 || chunk.section.length < 2) return null;
    const path = chunk.section.join("\n");
    const under = (this.#chunks.get(document.id) ?? []).filter(({ section }) => section.join("\n") === path);
    const text = fill(this.#pick(TOPIC_FRAMES), { ...placeOf(document), t: heading });
    return { text, groups: [new Set(under.map(({ id }) => id))] };
  }

  /** Passages of a document that give a figure for a term. */
  #stating(document: SourceDocument, { official }: Term): Set<string> {
    const names = official.filter((name) => name.length > 2).map((name) => name.replace(/[.+()]/g, "\\$&"));
    if (names.length === 0) return new Set();
    const figure = new RegExp(`(?:${names.join("|")})[^。；]{0,12}\\d`, "iu");
    return new Set(
      (this.#chunks.get(document.id) ?? []).flatMap(({ id, text }) => (figure.test(text) ? id : [])),
    );
  }

  #pick<Value>(values: readonly Value[]): Value {
    const value = values[Math.floor(this.#random() * values.length)];
    if (value === undefined) throw new RangeError("nothing to pick from");
    return value;
  }
}

function placeOf({ region, reviewYear }: SourceDocument): { r: string; y: string } {
  return { r: region ?? "", y: String(reviewYear ?? "") };
}

function fill(frame: string, values: Readonly<Record<string, string>>): string {
  return frame.replace(/\{(\w)\}/g, (_, name: string) => values[name] ?? "");
}

function readLexicon(file: string): Term[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [official = "", spoken = ""] = line.split("\t");
      return { official: official.split("|"), spoken: spoken.split("|").filter(Boolean) };
    });
}
