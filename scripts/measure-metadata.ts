/**
 * How many of the labelled papers get the right region, years and kind, and which are doubtful:
 *   tsx scripts/measure-metadata.ts [building | unseen | all] [folder with files/ and reports/, ../shared by default]
 * Reads every file by its own reader, so it takes minutes; formats that need LibreOffice are passed over where it is not
 * installed. What is wrong is printed line by line.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { inHalf, judge, labels, type Verdict } from "../test/metadata/labels.ts";
import { readAny } from "../test/metadata/read-any.ts";

const [half = "all", folder = path.resolve(import.meta.dirname, "../../shared")] = process.argv.slice(2);
const totals = new Map<
  string,
  { files: number; region: number; years: number; kind: number; hidden: number }
>();

for (const label of labels) {
  const file = path.join(folder, label.file);
  if (label.unreadable === true || !inHalf(label.file, half) || !existsSync(file)) continue;
  const report = await readAny(label.file, await readFile(file));
  if (report.document === null) {
    console.log(`${label.file}: not read (${report.problems.map(({ code }) => code).join(", ")})`);
    continue;
  }
  const verdict = judge(label, report.document, report.problems);
  count(label.file.split("/")[0] ?? "", verdict);
  if (verdict.wrong.length > 0) console.log(`${label.file}: ${verdict.wrong.join("; ")}`);
}
for (const [set, { files, ...right }] of totals)
  console.log(`${set}: ${files} read, right: ${JSON.stringify(right)}`);

/** `hidden`: wrong in something that is not named as doubtful. */
function count(set: string, { region, years, kind, hidden }: Verdict): void {
  const total = totals.get(set) ?? { files: 0, region: 0, years: 0, kind: 0, hidden: 0 };
  totals.set(set, {
    files: total.files + 1,
    region: total.region + Number(region),
    years: total.years + Number(years),
    kind: total.kind + Number(kind),
    hidden: total.hidden + Number(hidden),
  });
}
