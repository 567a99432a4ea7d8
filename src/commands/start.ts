import { fileURLToPath } from "node:url";
import { BuildFailedError, buildApart, fetchApart } from "#compose/build/build-apart.ts";
import { checkLogFile } from "#compose/build/check-folders.ts";
import { followIndex } from "#compose/build/follow-index.ts";
import { staleness } from "#compose/build/staleness.ts";
import { watchCorpus } from "#compose/build/watch-corpus.ts";
import { poolServices } from "#compose/pool-services.ts";
import { faultTo, serviceLog } from "#compose/service-log.ts";
import { sayIn } from "#compose/words/command-words.ts";
import type { Configuration } from "#configuration.ts";
import { ownModule } from "#domain/own-module.ts";
import { createApp } from "#serve/app.ts";
import { bundleWidget } from "#serve/bundle-widget.ts";
import { limit } from "#serve/guard/limits.ts";
import { RunningAnswers } from "#serve/running-answers.ts";
import { startServer } from "#serve/start-server.ts";
import { currentVersion, isOpenable } from "#store/is-current.ts";
import { WorkerFaultError } from "#workers/faults.ts";
import { WorkerPool } from "#workers/worker-pool.ts";
import { addressFault } from "./address-fault.ts";

const GRACE_MS = 5_000;

/**
 * Listens at once, builds when needed, answers 503 until ready, then serves until SIGINT or SIGTERM and drains.
 * This process only carries requests and answers; workers do all that takes time. Prints one line with the address when
 * ready.
 * @throws WorkerFaultError for an index or a model that cannot be used, ConfigurationError for an address or a file
 */
export async function startCommand(configuration: Configuration): Promise<void> {
  const { host, port, logs } = configuration;
  if (logs.feedback !== null) await checkLogFile("FEEDBACK_LOG", logs.feedback);
  if (logs.questions !== null) await checkLogFile("QUESTION_LOG", logs.questions);
  const pool: WorkerPool = new WorkerPool(poolSettings(configuration, () => pool.ready > 0));
  const running = new RunningAnswers();
  const app = createApp(poolServices(pool, configuration), running);
  const server = await startServer(app, { host, port, running, perAddress: perAddress(configuration) }).catch(
    (error: unknown) => {
      throw addressFault(error, { host, port });
    },
  );
  let version: string | null;
  try {
    await bringUpToDate(configuration);
    version = currentVersion(configuration.indexDirectory);
    await startedWorkers(pool, configuration);
  } catch (error) {
    await server.stop(0);
    throw error;
  }
  // What the first visitors would wait for is made ready behind them.
  void bundleWidget().catch(faultTo(serviceLog(logs.format), "warming"));
  const say = sayIn(configuration.language);
  process.stdout.write(`${say("ready", { address: server.address })}\n`);
  const unfollow = followIndex({
    indexDirectory: configuration.indexDirectory,
    version,
    renew: () => pool.renew(),
    log: teller(configuration),
  });
  const leaveDatabase = await followingDatabase(configuration);
  const unwatch = configuration.watch
    ? watchCorpus({
        corpusDirectory: configuration.corpusDirectory,
        build: () => buildApart({ gently: true }),
        log: teller(configuration),
      })
    : () => {};
  const stop = () => {
    unwatch();
    unfollow();
    leaveDatabase();
    void server.stop(GRACE_MS).then(() => {
      pool.stop();
      process.exit(0);
    });
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

/** Connections an address may hold; a proxy in front, known or not limited, may hold them all. */
const perAddress = ({ serve }: Configuration): number | null =>
  serve.trustedProxies > 0 || serve.rateLimit === null ? null : limit("connectionsPerAddress");

function poolSettings(
  configuration: Configuration,
  isAnswering: () => boolean,
): ConstructorParameters<typeof WorkerPool>[0] {
  const { workers, serve } = configuration;
  return {
    program: { file: fileURLToPath(ownModule("../cli", import.meta.url)), args: ["worker"] },
    workers: workers.count,
    spares: workers.spares,
    answerDeadlineMs: workers.answerDeadlineMs,
    readDeadlineMs: limit("readWorkMs"),
    queue: {
      places: limit("queuePlaces"),
      perClient: serve.rateLimit === null ? limit("queuePlaces") : limit("queuePerClient"),
      patienceMs: limit("queueMs"),
    },
    onFault: repairing(isAnswering, configuration),
    log: teller(configuration),
  };
}

/** Starts the workers, after a build where the index at hand turns out to be damaged. */
async function startedWorkers(pool: WorkerPool, configuration: Configuration): Promise<void> {
  try {
    await pool.start();
  } catch (error) {
    if (!isUnusable(error)) throw error;
    teller(configuration)(`${error.message} Building it anew.`);
    await renewal(configuration)({ gently: false });
    await pool.start();
  }
}

/** How a damaged index is made anew: from the database where one is named. */
const renewal = ({ database }: Pick<Configuration, "database">): typeof buildApart =>
  database === null ? buildApart : fetchApart;

/** Tells the operator what happens; a sentence says where by itself. */
const teller =
  ({ logs }: Pick<Configuration, "logs">) =>
  (message: string): void =>
    serviceLog(logs.format)({ level: "info", where: "", message });

const isUnusable = (error: unknown): error is WorkerFaultError =>
  error instanceof WorkerFaultError && error.code === "index_unusable";

/**
 * Builds anew once when a worker that takes another's place finds the index damaged: the next one opens what was built. While
 * others answer the build lets them go first.
 */
function repairing(
  isAnswering: () => boolean,
  configuration: Configuration,
): (fault: WorkerFaultError) => void {
  let building: Promise<void> | null = null;
  return (fault) => {
    if (!isUnusable(fault) || building !== null) return;
    teller(configuration)("building the index anew");
    building = renewal(configuration)({ gently: isAnswering() })
      .catch(faultTo(serviceLog(configuration.logs.format), "building anew"))
      .finally(() => {
        building = null;
      });
  };
}

/** With a database its current generation, else an index of the corpus as it is. */
async function bringUpToDate(configuration: Configuration): Promise<void> {
  if (configuration.database === null) return buildWhenStale(configuration);
  const { fetchFirst } = await import("#compose/build/follow-database.ts");
  await fetchFirst(configuration, teller(configuration));
}

/** Loads what speaks to a database where one is named; returns the function that ends it. */
async function followingDatabase(configuration: Configuration): Promise<() => void> {
  if (configuration.database === null) return () => {};
  const { followDatabase } = await import("#compose/build/follow-database.ts");
  return followDatabase(configuration, teller(configuration));
}

async function buildWhenStale(configuration: Configuration): Promise<void> {
  const stale = await staleness(configuration);
  if (stale === null) return;
  const say = sayIn(configuration.language);
  const tell = teller(configuration);
  tell(say("building", { reason: stale }));
  try {
    await buildApart();
  } catch (error) {
    // What was published last may still be good: a report that cannot be read takes no answer away.
    if (!(error instanceof BuildFailedError) || !isOpenable(configuration.indexDirectory)) throw error;
    tell(say("serving_before", { fault: error.message }));
  }
}
