import { identifyEmbedder } from "#embed/create-embedder.ts";
import { withBuildLock } from "#store/build-lock.ts";
import { isOpenable } from "#store/is-current.ts";
import { heldGeneration } from "#store/postgres/postgres-generations.ts";
import { FetchFailedError, fetchApart } from "./build-apart.ts";
import { checkIndexFolder } from "./check-folders.ts";
import { generationsOf } from "./generations-of.ts";
import type { BuildSettings } from "./staleness.ts";

const EVERY_MS = 1_000;
/** Milliseconds until what could not be fetched is tried again. */
const AGAIN_MS = 10_000;

/**
 * Brings this machine's copy of the index up to what the database holds. @throws DatabaseUnavailableError, IndexUnusableError when
 * nothing was published there or it is of another program or model; the copy stays as it is then
 */
export async function fetchIndex(settings: BuildSettings): Promise<void> {
  const { id } = await identifyEmbedder(settings.embedder);
  await checkIndexFolder(settings.indexDirectory);
  const generations = generationsOf(settings, id);
  try {
    // A build on this machine publishes to both: it is waited for.
    (await withBuildLock(settings.indexDirectory, () => generations.open())).close();
  } finally {
    await generations.close();
  }
}

/** Fetches at the start. A copy that is at hand is served where the database is gone; without one this waits for it. */
export async function fetchFirst(
  { indexDirectory }: BuildSettings,
  log: (line: string) => void,
): Promise<void> {
  for (;;) {
    try {
      await fetchApart();
      return;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (isOpenable(indexDirectory)) return log(`${message} Serving the copy at hand.`);
      log(`${message} Trying again.`);
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/**
 * Notices within a second what is published to the database, and fetches it; `followIndex` then goes over to it. A database
 * that is gone is told once, and takes no answer away.
 * @returns the function that ends it
 */
export function followDatabase(settings: BuildSettings, log: (line: string) => void): () => void {
  const generations = generationsOf(settings, null);
  let isBusy = false;
  let isGone = false;
  let notBefore = 0;
  const look = async () => {
    if (isBusy || performance.now() < notBefore) return;
    isBusy = true;
    try {
      const current = await generations.current();
      if (isGone) log("the database answers again");
      isGone = false;
      if (current !== null && current !== heldGeneration(settings.indexDirectory)) await fetchApart();
    } catch (error) {
      const isFetch = error instanceof FetchFailedError;
      if (isFetch) notBefore = performance.now() + AGAIN_MS;
      if (isFetch || !isGone)
        log(`${error instanceof Error ? error.message : error} The copy at hand stays.`);
      isGone = !isFetch;
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    void generations.close();
  };
}
