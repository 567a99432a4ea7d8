import { appendFile, readFile } from "node:fs/promises";
import path from "node:path";
import { DeskRefusal } from "#admin/desk.ts";
import type { DeskFigures, RevisionRequest } from "#admin/figures.ts";
import { readBuildRecord } from "#compose/build/build-record.ts";
import { readDoubtful } from "#compose/build/doubtful-file.ts";
import type { Configuration } from "#configuration.ts";
import { parseRevisions, revisionSchema } from "#indicators/revisions/revisions-file.ts";
import { REVISIONS_FILE } from "#ingest/corpus-files.ts";

type Folders = Pick<Configuration, "corpusDirectory" | "indexDirectory">;

/** The figures that somebody should look at, and what was said of figures so far. */
export async function deskFigures({ corpusDirectory, indexDirectory }: Folders): Promise<DeskFigures> {
  const [{ counts, figures }, record, text] = await Promise.all([
    readDoubtful(indexDirectory),
    readBuildRecord(indexDirectory),
    readFile(path.join(corpusDirectory, REVISIONS_FILE), "utf8").catch(() => ""),
  ]);
  const { revisions } = parseRevisions(text);
  const looked = new Set(revisions.map(({ row }) => row));
  return {
    counts,
    doubtful: figures.filter(({ row }) => !looked.has(row)),
    revisions: revisions.map(({ line: _, ...revision }) => revision).reverse(),
    problems: (record?.report.problems ?? [])
      .filter(({ file }) => file === REVISIONS_FILE)
      .map(({ line, message }) => ({ line, message })),
  };
}

/** Adds a line to the file of revisions. @throws DeskRefusal naming what is wrong in it */
export async function keepRevision({ corpusDirectory }: Folders, said: RevisionRequest): Promise<void> {
  const line = revisionSchema.safeParse({ ...said, date: today() });
  if (!line.success)
    throw new DeskRefusal(
      line.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "),
    );
  const file = path.join(corpusDirectory, REVISIONS_FILE);
  const before = await readFile(file, "utf8").catch(() => "");
  const gap = before === "" || before.endsWith("\n") ? "" : "\n";
  await appendFile(file, `${gap}${JSON.stringify(line.data)}\n`);
}

/** The day in China. */
const today = (): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
