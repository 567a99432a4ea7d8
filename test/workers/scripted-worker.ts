import { readFileSync } from "node:fs";
import type { Ask, ChatEvent, ChatResponse } from "#protocol/chat.ts";
import { doJobs, type Tell } from "#workers/do-jobs.ts";

/** A worker whose questions say what it does: hang, die, fail, wait, or answer with its own words. */
const scripted = (tell: Tell, generation: string): Ask =>
  async function* (request, signal) {
    const words = request.messages.at(-1)?.content ?? "";
    yield { type: "status", stage: "understanding" };
    if (words === "hang") hang();
    if (words === "die") process.kill(process.pid, "SIGBUS");
    if (words === "fail") throw new Error("a secret of the house");
    if (words === "speak and hang") {
      yield { type: "delta", text: "北川" };
      hang();
    }
    if (words === "sleep") await untilLeft(signal);
    if (words === "wait for a model") {
      tell(signal, "waits");
      await new Promise((resolve) => setTimeout(resolve, 700));
      tell(signal, "works");
    }
    const done: ChatEvent = {
      type: "done",
      response: { ...ANSWER, question: words === "who" ? String(process.pid) : words, generation },
    };
    yield done;
  };

const ANSWER: ChatResponse = {
  id: "a1",
  status: "answered",
  reason: "value",
  answer: "",
  blocks: [],
  question: "",
  citations: [],
  indicators: [],
  suggestions: [],
  intent: "report",
  writtenBy: "composer",
};

/** What stands in the file that the last argument names, as a worker finds the index that is current when it opens it. */
const current = () => (process.argv[3] === undefined ? "g0" : readFileSync(process.argv[3], "utf8"));

/** As a runaway regular expression: nothing else runs in the process any more. */
function hang(): never {
  for (;;);
}

function untilLeft(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
}

const read = (request: Request): Response => {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === "/hang") hang();
  if (pathname === "/unchanged") return new Response(null, { status: 304 });
  return new Response("字".repeat(Number(searchParams.get("length") ?? 3)), {
    headers: { "content-type": "text/plain; charset=utf-8", etag: '"1"' },
  });
};

doJobs(async (tell) => {
  const generation = current();
  if (process.argv[2] === "broken" || generation === "broken") throw new Error("cannot start");
  if (generation === "deadly") process.kill(process.pid, "SIGBUS");
  const overview = { documents: 1, coverage: "", examples: [] };
  const instead = process.argv[2] === "older" ? "what is current is damaged" : null;
  return {
    overview,
    generation,
    instead,
    ask: scripted(tell, generation),
    read,
    warm: async () => {},
    close: () => {},
  };
});
