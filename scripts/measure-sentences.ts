/**
 * How well figures are read from sentences labelled by hand (test/sentences):
 *   tsx scripts/measure-sentences.ts FILE.jsonl [odd | even]
 * Prints what was read wrongly and what was missed, precision and recall; `odd` or `even` measures every other line alone.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { readReport } from "#ingest/read-report.ts";
import { agreement, readLabels } from "../test/sentences/labelled.ts";

const [file = "test/sentences/unseen-4.jsonl", half = "all"] = process.argv.slice(2);
const reports = path.resolve(import.meta.dirname, "../../shared/reports");

let [right, wrong, missed, musts] = [0, 0, 0, 0];
for (const [at, labelled] of readLabels(file).entries()) {
  if (half !== "all" && (at % 2 === 1) !== (half === "odd")) continue;
  const bytes = readFileSync(path.join(reports, labelled.document));
  const { document } = readReport({ file: labelled.document, bytes, metadata: null });
  const found = document === null ? null : agreement(document, labelled);
  if (found === null) {
    console.log(`not found\t${labelled.document}\t${labelled.opening}`);
    continue;
  }
  right += found.right;
  wrong += found.wrong.length;
  missed += found.missed.length;
  musts += labelled.rows.filter(({ may }) => may !== true).length;
  for (const row of found.wrong)
    console.log(
      `wrong\t${labelled.document}\t${row.region} ${row.indicator} (${row.name}) ${row.kind} ${row.year} ${row.value} ${row.unit}\t${labelled.opening}`,
    );
  for (const label of found.missed)
    console.log(
      `missed\t${labelled.document}\t${label.name} ${label.kind} ${label.year} ${label.value} ${label.unit}\t${labelled.opening}`,
    );
}
console.log(
  `${file} ${half}: ${right + wrong} read, precision ${(right / (right + wrong)).toFixed(3)}, recall ${(1 - missed / musts).toFixed(3)} of ${musts}`,
);
