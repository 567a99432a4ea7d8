import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { DeskRefusal } from "#admin/desk.ts";
import type { OwnFile } from "#admin/own-files.ts";
import { parseAnswers } from "#curated/answers-file.ts";
import { parseSynonyms } from "#curated/synonyms-file.ts";
import { problemsOfWords } from "#curated/word-matcher.ts";

/** The words of a file that the operator keeps beside the reports; empty where there is none. */
export function readOwnFile(corpusDirectory: string, name: OwnFile): Promise<string> {
  return readFile(path.join(corpusDirectory, name), "utf8").catch(() => "");
}

const CHECKS: Readonly<Record<OwnFile, (text: string) => { readonly problems: readonly string[] }>> = {
  "answers.jsonl": parseAnswers,
  "sensitive.txt": (text) => ({ problems: problemsOfWords(text) }),
  "synonyms.txt": parseSynonyms,
};

/** Puts other words in its place, at once or not at all. @throws DeskRefusal naming each bad line by its number */
export async function writeOwnFile(corpusDirectory: string, name: OwnFile, text: string): Promise<void> {
  const { problems } = CHECKS[name](text);
  if (problems.length > 0) throw new DeskRefusal(problems.join("\n"));
  const file = path.join(corpusDirectory, name);
  const beside = path.join(corpusDirectory, `.${name}.${process.pid}`);
  await writeFile(beside, text);
  await rename(beside, file);
}
