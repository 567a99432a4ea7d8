import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { SourceDocument } from "#domain/document.ts";
import { isSource, ownModule } from "#domain/own-module.ts";
import { type CutMessage, type CutReply, cutReplySchema } from "./cut-job.ts";

const HEAP_MEGABYTES = 768;

/** A process that cuts documents and embeds their passages, one document at a time. */
export class Cutter {
  readonly #begin: CutMessage;
  #child: ChildProcess | null = null;

  constructor(begin: CutMessage) {
    this.#begin = begin;
  }

  /** What a document yields; a process that dies of it is replaced for the next one. */
  cut(document: SourceDocument): Promise<CutReply> {
    const child = this.#started();
    return new Promise((resolve) => {
      const settle = (reply: CutReply) => {
        child.removeAllListeners();
        resolve(reply);
      };
      child.once("message", (reply) => settle(cutReplySchema.parse(reply)));
      const lost = (how: string) => {
        this.#child = null;
        settle({ ok: false, message: `its process ended (${how})` });
      };
      child.once("exit", (code, signal) => lost(signal ?? `exit ${code}`));
      child.once("error", (error) => lost(error.message));
      const job: CutMessage = { task: "cut", document };
      child.send(job);
    });
  }

  end(): void {
    this.#child?.kill();
    this.#child = null;
  }

  #started(): ChildProcess {
    if (this.#child?.connected === true) return this.#child;
    const loader = isSource(import.meta.url) ? ["--import", import.meta.resolve("tsx")] : [];
    const child = fork(fileURLToPath(ownModule("./cut-program", import.meta.url)), [], {
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`, ...loader],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.send(this.#begin);
    this.#child = child;
    return child;
  }
}
