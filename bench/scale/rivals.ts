import Database from "better-sqlite3";
import MiniSearch from "minisearch";
import { indexedText } from "#store/index-content.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { buildLexicalArrays } from "#store/lexical/lexical-build.ts";
import { LexicalIndex } from "#store/lexical/lexical-index.ts";
import { tokens } from "#text/tokens.ts";
import type { Timing } from "../timing.ts";
import { spent, timeInTurn } from "./processor-time.ts";

/** Word search alone, over the same passages and for the same questions, ten hits each. */
export interface Rival {
  readonly name: string;
  readonly buildMs: number;
  readonly search: Timing;
}

export async function rivals(index: IndexReader, questions: readonly string[]): Promise<Rival[]> {
  const chunks = index.chunks();
  const texts = chunks.map(indexedText);
  return [
    await measured("ours (BM25F)", questions, () => {
      const own = new LexicalIndex(buildLexicalArrays(chunks));
      return (question) => own.search(tokens(question), { limit: 10 });
    }),
    await measured("MiniSearch, our tokens", questions, () => {
      const mini = new MiniSearch<{ id: number; text: string }>({ fields: ["text"], tokenize: tokens });
      mini.addAll(texts.map((text, id) => ({ id, text })));
      return (question) => mini.search(question).slice(0, 10);
    }),
    await measured("SQLite FTS5, our tokens", questions, () => {
      const database = new Database(":memory:");
      database.exec("CREATE VIRTUAL TABLE passages USING fts5(words)");
      const insert = database.prepare("INSERT INTO passages (words) VALUES (?)");
      database.transaction(() => {
        for (const text of texts) insert.run(tokens(text).join(" "));
      })();
      const select = database.prepare(
        "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 10",
      );
      return (question) =>
        select.all(
          tokens(question)
            .map((word) => `"${word.replaceAll('"', "")}"`)
            .join(" OR "),
        );
    }),
  ];
}

async function measured(
  name: string,
  questions: readonly string[],
  build: () => (question: string) => unknown,
): Promise<Rival> {
  const begun = process.cpuUsage();
  const search = build();
  return { name, buildMs: spent(begun), search: await timeInTurn(questions, search) };
}
