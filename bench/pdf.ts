/**
 * Measures the PDF reader on a folder of files: `npx tsx bench/pdf.ts <folder or file> …`. Each file is read in a process of
 * its own, so that its memory is its own. Where poppler's `pdftotext` is installed, its text is the oracle: the share of its
 * Chinese characters and of its figures that were read (repeated headings and page numbers, left out on purpose, count as
 * missing).
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { readPdf } from "#ingest/formats/pdf/read-pdf.ts";

const [first = "", ...more] = process.argv.slice(2);

if (first === "--one") await measure(more[0] ?? "");
else {
  console.log("file\tpages\twall s\tcpu s\tMB\ttables\trows\tchars\thanzi %\tfigures %\tproblems");
  for (const file of [first, ...more].flatMap(pdfsIn)) {
    const { stdout } = spawnSync(process.execPath, ["--import", "tsx", import.meta.filename, "--one", file], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    process.stdout.write(stdout);
  }
}

function pdfsIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  const names = readdirSync(place).filter((name) => name.toLowerCase().endsWith(".pdf"));
  return names.sort().map((name) => join(place, name));
}

async function measure(file: string): Promise<void> {
  const bytes = readFileSync(file);
  const started = Date.now();
  const before = process.cpuUsage();
  const { blocks, problems, pages } = await readPdf(bytes);
  const seconds = (Date.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const tables = blocks.filter((block) => block.kind === "table");
  const text = blocks
    .flatMap((block) =>
      block.kind === "table"
        ? block.rows.flatMap(({ cells }) => cells.map((cell) => cell.text))
        : [block.text],
    )
    .join("\n");
  const oracle =
    spawnSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8", maxBuffer: 2 ** 28 }).stdout ?? "";
  const told = [
    basename(file),
    pages,
    seconds.toFixed(1),
    ((user + system) / 1e6).toFixed(1),
    Math.round(process.resourceUsage().maxRSS / 1024),
    tables.length,
    tables.reduce((sum, { rows }) => sum + rows.length, 0),
    text.length,
    share(oracle, text, /\p{Script=Han}/gu),
    share(oracle, text, /\d[\d,.]*\d|\d/gu),
    problems.map(({ code }) => code).join(", "),
  ];
  console.log(told.join("\t"));
}

/** How much of what the pattern finds in the oracle is in the text too, as often as it stands there. */
function share(oracle: string, text: string, pattern: RegExp): string {
  const count = (where: string) => {
    const counts = new Map<string, number>();
    for (const [each] of where.normalize("NFKC").matchAll(pattern))
      counts.set(each, (counts.get(each) ?? 0) + 1);
    return counts;
  };
  const wanted = count(oracle);
  const found = count(text);
  let [all, there] = [0, 0];
  for (const [each, times] of wanted) {
    all += times;
    there += Math.min(times, found.get(each) ?? 0);
  }
  return all === 0 ? "–" : ((100 * there) / all).toFixed(1);
}
