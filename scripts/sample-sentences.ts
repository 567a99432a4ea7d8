/**
 * Sentences to label by hand, of reports that the project names nowhere (so that nobody has looked at them while building):
 *   tsx scripts/sample-sentences.ts [number] [seed]
 * One JSON object a line: the file, the section, the sentence. Label before the product is asked; see test/sentences.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { sectionAt, sectionPath } from "#domain/document.ts";
import { readReport } from "#ingest/read-report.ts";
import { sentences } from "#text/sentences.ts";
import { seeded } from "../test/narrowing/narrowed-questions.ts";

const [number = "400", seed = "1"] = process.argv.slice(2);
const root = path.resolve(import.meta.dirname, "..");
const reports = path.resolve(root, "../shared/reports");
const random = seeded(Number(seed));

const tracked = execFileSync("git", ["ls-files", "test", "scripts", "evals", "training", "src", "docs"], {
  cwd: root,
  encoding: "utf8",
}).trim();
const written = tracked
  .split("\n")
  .map((file) => readFileSync(path.join(root, file), "latin1"))
  .join("\n");
const isNamed = (file: string): boolean => written.includes(file.replace(/\.\w+$/u, ""));

const drawn = readdirSync(reports)
  .filter((file) => file.endsWith(".txt") && !isNamed(file))
  .flatMap((file) => {
    const bytes = readFileSync(path.join(reports, file));
    const { document } = readReport({ file, bytes, metadata: null });
    if (document === null) return [];
    return sentences(document.text).map((span) => ({
      document: file,
      section: sectionPath(document, sectionAt(document, span.start)?.id ?? null).at(-1) ?? "",
      text: document.text.slice(span.start, span.end),
    }));
  });
const chosen = drawn
  .map((sentence) => ({ sentence, at: random() }))
  .sort((one, other) => one.at - other.at)
  .slice(0, Number(number));
for (const { sentence } of chosen) console.log(JSON.stringify(sentence));
