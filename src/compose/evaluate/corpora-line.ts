import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { createAskLine } from "#compose/ask/ask-line.ts";
import { buildIndex } from "#compose/build/build-line.ts";
import { staleness } from "#compose/build/staleness.ts";
import type { Configuration } from "#configuration.ts";
import { ConfigurationError } from "#domain/errors.ts";
import { createEmbedder } from "#embed/create-embedder.ts";
import type { Embedder } from "#embed/embedder.ts";
import type { OpenCorpus } from "#evaluate/sets/corpora.ts";
import type { EvaluationSubject } from "#evaluate/subject.ts";
import { openIndex } from "#store/open-index.ts";
import { evaluationSubject } from "./evaluation-subject.ts";

/** Where small corpora and their indexes are kept between evaluations, each under the digest of its files. */
const KEPT = path.join("runs", "corpora");

/**
 * Opens corpora of files that lie in `reports` or in its folders: a copy of the files and an index of them are kept and
 * brought up to date when the program has changed. No file named: what stands here.
 * The opener throws ConfigurationError for a file that is not there.
 */
export function corporaLine(
  configuration: Configuration,
  reports: string,
  here: () => Promise<EvaluationSubject>,
): OpenCorpus {
  const laid = laidCorpora(configuration, reports);
  return async (files) => {
    if (files.length === 0) return here();
    const { index, embedder } = await laid(files);
    return {
      ...evaluationSubject(createAskLine(index, embedder), {
        configuration: { reports, embeddingModel: configuration.embedder.model },
        index: index.corpusDigest,
        models: { embedder: index.embedder.id },
        prompts: {},
      }),
      close: () => index.close(),
    };
  };
}

/** Lays out, builds where needed, and opens the index of the files named; one embedder serves all. */
export function laidCorpora({ root, embedder: settings }: Configuration, reports: string) {
  let loaded: Promise<Embedder> | null = null;
  let known: Promise<ReadonlyMap<string, string>> | null = null;
  return async (files: readonly string[]) => {
    loaded ??= createEmbedder(settings).then(rememberingEmbedder);
    known ??= filesIn(reports);
    const [embedder, places] = await Promise.all([loaded, known]);
    const folder = path.join(root, KEPT, await digestOf(files, places, reports));
    const corpusDirectory = path.join(folder, "corpus");
    await layOut(files, places, corpusDirectory);
    const build = { corpusDirectory, indexDirectory: path.join(folder, "index"), embedder: settings, root };
    await mkdir(build.indexDirectory, { recursive: true });
    if ((await staleness(build)) !== null) await buildIndex(build, () => {}, embedder);
    return { index: openIndex(build.indexDirectory), embedder };
  };
}

/** Paths by file name, of the folder and the folders in it. */
async function filesIn(reports: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(reports, { withFileTypes: true }).catch((cause: unknown) => {
    throw new ConfigurationError(
      { where: "--reports", problem: `${reports} cannot be read`, advice: "Name the folder of the reports" },
      { cause },
    );
  });
  const folders = ["", ...entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)];
  const found = new Map<string, string>();
  for (const folder of folders)
    for (const entry of await readdir(path.join(reports, folder), { withFileTypes: true }))
      if (entry.isFile()) found.set(entry.name, path.join(reports, folder, entry.name));
  return found;
}

async function digestOf(
  files: readonly string[],
  places: ReadonlyMap<string, string>,
  reports: string,
): Promise<string> {
  const total = createHash("sha256");
  for (const file of [...files].sort()) {
    const place = places.get(file);
    if (place === undefined)
      throw new ConfigurationError({
        where: `corpus ${file}`,
        problem: `there is no such file in ${reports}`,
        advice: "Name the folder of the reports with --reports",
      });
    total
      .update(file)
      .update("\0")
      .update(await readFile(place));
  }
  return total.digest("hex").slice(0, 24);
}

/** Copies, beside first: a folder half copied is never taken for whole. */
async function layOut(
  files: readonly string[],
  places: ReadonlyMap<string, string>,
  into: string,
): Promise<void> {
  if ((await readdir(into).catch(() => [])).length === files.length) return;
  const beside = `${into}.${process.pid}`;
  await mkdir(beside, { recursive: true });
  for (const file of files) await copyFile(places.get(file) ?? file, path.join(beside, file));
  await rm(into, { recursive: true, force: true });
  await rename(beside, into);
}

/** The names of indicators are compared with in every corpus: they are embedded once. */
function rememberingEmbedder(embedder: Embedder): Embedder {
  const known = new Map<string, number[]>();
  return {
    ...{ id: embedder.id, dimensions: embedder.dimensions },
    embedQuery: (text) => embedder.embedQuery(text),
    async embedDocuments(texts) {
      const missing = [...new Set(texts.filter((text) => !known.has(text)))];
      const made = missing.length === 0 ? [] : await embedder.embedDocuments(missing);
      for (const [at, text] of missing.entries()) if (text.length <= SHORT) known.set(text, made[at] ?? []);
      const fresh = new Map(missing.map((text, at) => [text, made[at] ?? []]));
      return texts.map((text) => fresh.get(text) ?? known.get(text) ?? []);
    },
  };
}

/** Longer texts are sentences of one report and do not come back. */
const SHORT = 16;
