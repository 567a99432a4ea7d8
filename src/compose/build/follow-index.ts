import { currentVersion } from "#store/is-current.ts";

const EVERY_MS = 1_000;
/** Milliseconds until an index that could not be opened is tried again: memory may be short for a while. */
const AGAIN_MS = 30_000;

interface Following {
  readonly indexDirectory: string;
  /** The version that is open. */
  readonly version: string | null;
  /** Goes over to what is current; rejects when that cannot be opened. */
  readonly renew: () => Promise<void>;
  readonly log: (line: string) => void;
}

/**
 * Notices an index that another process publishes (`npm run add`, `npm run build`, the desk) within a second, and goes over
 * to it. What cannot be opened takes nothing away: it is told, and tried again.
 * @returns the function that ends it
 */
export function followIndex({ indexDirectory, version, renew, log }: Following): () => void {
  let open = version;
  let isBusy = false;
  let notBefore = 0;
  const look = async () => {
    const current = currentVersion(indexDirectory);
    if (isBusy || current === null || current === open || performance.now() < notBefore) return;
    isBusy = true;
    const began = performance.now();
    try {
      await renew();
      open = current;
      log(`went over to index ${current} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    } catch (error) {
      notBefore = performance.now() + AGAIN_MS;
      log(
        `index ${current} cannot be opened, the one before stays: ${error instanceof Error ? error.message : error}`,
      );
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
