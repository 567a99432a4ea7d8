import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IndexUnusableError } from "#domain/errors.ts";
import { INDEX_FILES } from "#store/manifest.ts";
import { openIndex } from "#store/open-index.ts";
import { readCurrentVersion } from "#store/read-manifest.ts";
import { questionsOf } from "../../test/hostile/words.ts";
import { ask, residentMiB, type Service } from "./service.ts";

/** How often each thing happened; `wrong` is what must stay 0. */
export type Counts = Record<string, number>;

export interface Trial {
  readonly service: Service;
  readonly count: number;
  readonly random: () => number;
  /** True when the time that was given is up: the trial ends with what it has counted. */
  readonly isOver: () => boolean;
}

const QUESTION = "江北区2022年GDP增速是多少？";
const add = (counts: Counts, name: string) => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** Kills a worker in the middle of a question, again when the service is ready: it is answered or a 503, and the service goes on. */
export async function kills({ service, count, random, isOver }: Trial): Promise<Counts> {
  const counts: Counts = { wrong: 0 };
  for (let kill = 0; kill < count && !isOver(); kill += 1) {
    const asked = ask(service.at, QUESTION);
    await new Promise((resolve) => setTimeout(resolve, random() * 60));
    const workers = service.workers();
    const victim = workers[Math.floor(random() * workers.length)];
    if (victim !== undefined) process.kill(victim, "SIGKILL");
    const { status } = await asked;
    add(counts, `status ${status}`);
    if (![200, 503].includes(status)) add(counts, "wrong");
    if (await isWell(service.at)) continue;
    add(counts, "wrong");
    break;
  }
  return counts;
}

/** A busy machine takes its time to start a worker. */
const LONGEST_SECONDS = 120;

/** Asks until an answer comes; false when none did for two minutes. */
async function isWell(at: string): Promise<boolean> {
  const until = performance.now() + LONGEST_SECONDS * 1_000;
  while (performance.now() < until) {
    if ((await ask(at, QUESTION)).status === 200) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

/**
 * Flips one bit of one file of an index: it is refused by name, never opened. It is a copy that nobody serves: a service whose
 * worker meets the damage builds the index anew, and what is flipped then is no longer what is opened.
 */
export async function flips({ service, count, random, isOver }: Trial): Promise<Counts> {
  const directory = mkdtempSync(join(tmpdir(), "flips-"));
  cpSync(service.indexDirectory, directory, { recursive: true });
  try {
    return flipped(directory, { count, random, isOver });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function flipped(directory: string, { count, random, isOver }: Omit<Trial, "service">): Counts {
  const counts: Counts = { wrong: 0 };
  const { path } = readCurrentVersion(directory);
  for (let flip = 0; flip < count && !isOver(); flip += 1) {
    const file = join(path, INDEX_FILES[Math.floor(random() * INDEX_FILES.length)] ?? INDEX_FILES[0]);
    const good = readFileSync(file);
    const bad = Buffer.from(good);
    const at = Math.floor(random() * bad.length);
    bad[at] = (bad[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    writeFileSync(file, bad);
    try {
      openIndex(directory).close();
      add(counts, "wrong");
    } catch (error) {
      add(counts, error instanceof IndexUnusableError ? "refused" : "wrong");
    } finally {
      writeFileSync(file, good);
    }
  }
  return counts;
}

const PATHS = [
  "/",
  "/?q=GDP",
  "/documents",
  "/indicators",
  "/api/documents",
  "/api/search?q=GDP",
  "/api/indicators",
  "/api/chat",
  "/api/feedback",
  "/widget.js",
];

/** Requests with bytes put in, left out and changed: never a 500, and the service goes on. */
export async function requests({ service, count, random, isOver }: Trial): Promise<Counts> {
  const counts: Counts = { wrong: 0 };
  const body = JSON.stringify({ messages: [{ role: "user", content: QUESTION }], stream: false });
  for (let sent = 0; sent < count && !isOver(); sent += 1) {
    const path = mutated(PATHS[Math.floor(random() * PATHS.length)] ?? "/", random).replace(/^\/*/, "/");
    const isPost = random() < 0.5;
    const init = isPost
      ? { method: "POST", headers: { "content-type": "application/json" }, body: mutated(body, random) }
      : {};
    const status = await fetch(`${service.at}${encodeURI(path.replace(/\p{Surrogate}/gu, ""))}`, init).then(
      async (reply) => {
        await reply.arrayBuffer();
        return reply.status;
      },
      () => 0,
    );
    add(counts, `status ${status}`);
    if (status >= 500 && status !== 503) add(counts, "wrong");
  }
  if ((await fetch(`${service.at}/healthz`)).status !== 200) add(counts, "wrong");
  return counts;
}

function mutated(text: string, random: () => number): string {
  let out = text;
  for (let change = Math.floor(random() * 4); change > 0; change -= 1) {
    const at = Math.floor(random() * (out.length + 1));
    const put = String.fromCharCode(Math.floor(random() * (random() < 0.5 ? 128 : 0xffff)));
    out = out.slice(0, at) + (random() < 0.6 ? put : "") + out.slice(at + (random() < 0.5 ? 1 : 0));
  }
  return out;
}

/** Comes back as often as it is told to, within reason. */
async function askPatiently(at: string, content: string): Promise<Awaited<ReturnType<typeof ask>>> {
  for (let tries = 0; ; tries += 1) {
    const reply = await ask(at, content);
    if (reply.status !== 503 || tries === MOST_TRIES) return reply;
    await new Promise((resolve) => setTimeout(resolve, reply.retryAfter * 1_000));
  }
}
const MOST_TRIES = 10;

/** Questions made of the product's own words, short and long: each is answered, refused or asked back. */
export async function questions({ service, count, random, isOver }: Trial): Promise<Counts> {
  const counts: Counts = { wrong: 0 };
  for (let asked = 0; asked < count && !isOver(); asked += 1) {
    const length = 5 + Math.floor(random() ** 3 * 1_990);
    const [content = "?"] = questionsOf(length, 1, Math.floor(random() * 1e9));
    const { status, ms } = await askPatiently(service.at, content);
    add(counts, `status ${status}`);
    if (ms > 1_000) add(counts, "over a second");
    if (status !== 200) add(counts, "wrong");
  }
  return counts;
}

/** Asks for a long time: memory stays where it was. Counted in MiB over all workers. */
export async function soak({ service, count, random, isOver }: Trial): Promise<Counts> {
  await questions({ service, count: Math.min(count, WARMING), random, isOver });
  const before = residentMiB(service.workers());
  const counts = await questions({ service, count, random, isOver });
  const grown = residentMiB(service.workers()) - before;
  if (grown > MOST_GROWTH_MIB) add(counts, "wrong");
  return { ...counts, "grown (MiB)": Math.round(grown) };
}

/** So many questions fill what is remembered on purpose. */
const WARMING = 200;
const MOST_GROWTH_MIB = 300;
