import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generationOf } from "#store/manifest.ts";
import { readCurrentVersion } from "#store/read-manifest.ts";
import type { Service } from "./service.ts";
import type { Counts, Trial } from "./trials.ts";

const QUESTIONS = [
  "江北区2022年GDP增速是多少？",
  "渝北区2024年怎么发展文化产业？",
  "大渡口区有哪些困难和问题？",
];
const CLIENTS = 20;
/** A client that is told to come back takes the machine from nobody meanwhile. */
const BUSY_MS = 500;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One answer of the service as far as a switch may harm it. */
interface Seen {
  readonly generation: string;
  readonly id: string;
}

/**
 * Switches to and fro between two indexes while 20 clients ask. `failed` counts requests that got neither an answer nor
 * "come back" (`busy`); `mixed` answers that are another than their generation gives to that question.
 */
export async function switches({ service, count, isOver: isTimeUp }: Trial): Promise<Counts> {
  const counts = { switches: 0, answers: 0, busy: 0, failed: 0, mixed: 0, generations: 0, wrong: 0 };
  const known = new Map<string, string>();
  const recent: string[] = [];
  let isOver = false;
  const client = async (number: number) => {
    for (let at = number; !isOver; at++) {
      const content = QUESTIONS[at % QUESTIONS.length] ?? "";
      const seen = await answerTo(service.at, content);
      if (seen === "busy") {
        counts.busy += 1;
        await pause(BUSY_MS);
      }
      if (seen === "failed") counts.failed += 1;
      if (typeof seen === "string") continue;
      counts.answers += 1;
      const key = `${seen.generation} ${content}`;
      // The same question on the same index gives the same answer: another one is of two indexes.
      if ((known.get(key) ?? seen.id) !== seen.id) counts.mixed += 1;
      known.set(key, seen.id);
      recent.push(seen.generation);
    }
  };
  const versions = twoVersions(service);
  const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
  const arrived = ({ generation }: Version) =>
    until(() => recent.length >= CLIENTS && recent.slice(-CLIENTS).every((each) => each === generation));
  await arrived(versions[1]);
  for (let at = 0; at < count && !isTimeUp(); at++) {
    const version = at % 2 === 0 ? versions[0] : versions[1];
    const staged = join(service.indexDirectory, "current.staged");
    writeFileSync(staged, version.pointer);
    renameSync(staged, join(service.indexDirectory, "current"));
    await arrived(version);
    recent.length = 0;
    counts.switches += 1;
  }
  isOver = true;
  await Promise.all(clients);
  counts.generations = new Set([...known.keys()].map((key) => key.split(" ")[0])).size;
  counts.wrong = counts.failed + counts.mixed + (counts.generations === 2 ? 0 : 1);
  return counts;
}

interface Version {
  readonly pointer: string;
  readonly generation: string;
}

/** The version at hand, and a second one without one of the reports, which is current then. */
function twoVersions({ indexDirectory }: Service): [Version, Version] {
  const current = (): Version => ({
    pointer: readFileSync(join(indexDirectory, "current"), "utf8"),
    generation: generationOf(readCurrentVersion(indexDirectory).manifest),
  });
  const first = current();
  const corpus = mkdtempSync(join(tmpdir(), "switches-"));
  cpSync("corpus", corpus, { recursive: true });
  rmSync(join(corpus, "jiangbei-2020-plan-report.txt"));
  spawnSync(process.execPath, ["--import", "tsx", "src/cli.ts", "build"], {
    env: { ...process.env, CORPUS_DIR: corpus, INDEX_DIR: indexDirectory },
  });
  rmSync(corpus, { recursive: true });
  return [first, current()];
}

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = performance.now() + 300_000;
  while (!isTrue()) {
    if (performance.now() > deadline) throw new Error("the service did not go over within five minutes");
    await pause(50);
  }
}

async function answerTo(at: string, content: string): Promise<Seen | "busy" | "failed"> {
  const body = JSON.stringify({ messages: [{ role: "user", content }] });
  try {
    const reply = await fetch(`${at}/api/chat`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const told: Partial<Seen> & { readonly code?: string } = await reply.json();
    if (told.code === "busy") return "busy";
    return told.id === undefined || told.generation === undefined
      ? "failed"
      : { id: told.id, generation: told.generation };
  } catch {
    return "failed";
  }
}
