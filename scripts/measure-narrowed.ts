/**
 * How questions with one narrowing word are answered:
 *   tsx scripts/measure-narrowed.ts [building | measuring] [number] [seed] [five | others]
 * `five` asks of the reports in corpus/, `others` of files in ../shared. Of words that nothing supports no question may be
 * answered with the figure of the whole; of words that stand where the figure stands at least 97 % must be answered.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { SourceDocument } from "#domain/document.ts";
import { readAny } from "../test/metadata/read-any.ts";
import { tells } from "../test/narrowing/judge-narrowed.ts";
import { type NarrowedQuestion, supported, unsupported } from "../test/narrowing/narrowed-questions.ts";
import { openDocuments } from "../test/narrowing/open-documents.ts";

const [half = "building", number = "400", seed = "1", which = "five"] = process.argv.slice(2);
const shared = path.resolve(import.meta.dirname, "../../shared");
const corpus = path.resolve(import.meta.dirname, "../corpus");

/** Twenty files of other regions, ten to build with and ten that are only measured. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  building: [
    "files/anyang-2025-communique.html",
    "files/hami-2025-communique.html",
    "files/quanzhou-2025-communique.html",
    "files/zhoukou-2025-communique.html",
    "files/wuhan-2025-expenditure-table.pdf",
    "reports/city-luoyang-2023-communique.txt",
    "reports/prov-hunan-2020-gwr.txt",
    "reports/county-laishui-2022-gwr.txt",
    "reports/prov-zhejiang-2017-gwr.txt",
    "reports/city-baoding-2025-gwr.txt",
  ],
  measuring: [
    "files/bortala-2025-communique.html",
    "files/pingdingshan-2025-communique.html",
    "files/shijiazhuang-2025-communique.html",
    "files/urumqi-2025-communique.html",
    "files/sanming-2019-budget.html",
    "reports/city-yichun-2022-communique.txt",
    "reports/prov-liaoning-2026-gwr.txt",
    "reports/county-anguo-2020-gwr.txt",
    "reports/prov-guizhou-2017-gwr.txt",
    "reports/county-gaoyang-2017-gwr.txt",
  ],
};

async function documents(): Promise<SourceDocument[]> {
  const files =
    which === "five"
      ? readdirSync(corpus)
          .filter((file) => file.endsWith(".txt"))
          .map((file) => path.join(corpus, file))
      : (OTHERS[half] ?? []).map((file) => path.join(shared, file));
  const read = await Promise.all(files.map((file) => readAny(path.basename(file), readFileSync(file))));
  return read.flatMap(({ document }) => (document === null ? [] : [document]));
}

const opened = await openDocuments(await documents());
const drawing = {
  rows: opened.rows,
  document: opened.document,
  seed: Number(seed),
  half: half === "building" ? ("building" as const) : ("measuring" as const),
};

/** The first so many whose plain question is answered with the row's figure: each asked, told or not. */
async function ask(questions: Iterable<NarrowedQuestion>, say: "told" | "untold"): Promise<void> {
  const known = new Map<string, boolean>();
  const seen = new Set<string>();
  let [asked, told, tries] = [0, 0, 0];
  for (const each of questions) {
    if (asked >= Number(number) || ++tries > 40 * Number(number)) break;
    if (seen.has(each.question)) continue;
    seen.add(each.question);
    const plain = known.get(each.plain) ?? tells(await opened.answer(each.plain), each);
    known.set(each.plain, plain);
    if (!plain) continue;
    const response = await opened.answer(each.question);
    const tellsIt = tells(response, each);
    asked += 1;
    told += Number(tellsIt);
    if (tellsIt === (say === "told"))
      console.log(
        `${each.narrowing}\t${each.word}\t${each.question}\t${response.status}\t${response.answer.replaceAll("\n", " ").slice(0, 160)}`,
      );
  }
  console.log(
    `${say === "told" ? "unsupported" : "supported"}: ${asked} asked, ${told} told with the figure (${((100 * told) / asked).toFixed(1)} %)`,
  );
}

await ask(unsupported(drawing), "told");
await ask(supported(drawing), "untold");
