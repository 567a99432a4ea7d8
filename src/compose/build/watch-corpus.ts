import { stat } from "node:fs/promises";
import path from "node:path";
import { listCorpus, METADATA_FILE, REVISIONS_FILE } from "#ingest/corpus-files.ts";

const EVERY_MS = 3_000;

interface Watching {
  readonly corpusDirectory: string;
  /** Builds what is there now. */
  readonly build: () => Promise<void>;
  readonly log: (line: string) => void;
}

/**
 * Builds when files of the corpus come, go or change. Names, sizes and times are looked at every three seconds, since a folder on
 * a network tells nobody of its changes; what still changes is waited for, so that no half-copied report is read.
 * @returns the function that ends it
 */
export function watchCorpus({ corpusDirectory, build, log }: Watching): () => void {
  let built: string | null = null;
  let seen: string | null = null;
  let isBusy = false;
  const look = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      const now = await stampOf(corpusDirectory);
      built ??= now;
      const isStill = now === seen;
      seen = now;
      if (!isStill || now === built) return;
      built = now;
      log("the corpus has changed: building");
      await build();
    } catch (error) {
      log(`watching the corpus: ${error instanceof Error ? error.message : error}`);
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  void look();
  return () => clearInterval(timer);
}

/** Name, size and time of every file that would be read. */
async function stampOf(corpusDirectory: string): Promise<string> {
  const { files } = await listCorpus(corpusDirectory);
  const lines = await Promise.all(
    [...files, METADATA_FILE, REVISIONS_FILE].map(async (file) => {
      const found = await stat(path.join(corpusDirectory, file)).catch(() => null);
      return found === null ? `${file} gone` : `${file} ${found.size} ${found.mtimeMs}`;
    }),
  );
  return lines.join("\n");
}
