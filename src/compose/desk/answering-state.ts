import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type AnsweringSwitch, switchSchema } from "#admin/desk.ts";

const ON: AnsweringSwitch = { on: true, notice: "" };

/**
 * Whether questions are answered; kept in a file, so that a restart does not turn on what was turned off. What somebody writes into
 * the file while the service runs counts from the next question on.
 */
export class AnsweringState {
  readonly #directory: string;
  readonly #file: string;
  readonly #warn: (line: string) => void;
  #stamp: string;
  #current: AnsweringSwitch;

  /** @param warn told of a file that cannot be read */
  constructor(directory: string, warn: (line: string) => void) {
    this.#directory = directory;
    this.#file = path.join(directory, "answering.json");
    this.#warn = warn;
    this.#stamp = stampOf(this.#file);
    this.#current = read(this.#file, warn);
  }

  get current(): AnsweringSwitch {
    const stamp = stampOf(this.#file);
    if (stamp !== this.#stamp) {
      this.#stamp = stamp;
      this.#current = read(this.#file, this.#warn);
    }
    return this.#current;
  }

  async turn(to: AnsweringSwitch): Promise<void> {
    mkdirSync(this.#directory, { recursive: true });
    const staged = `${this.#file}.${process.pid}`;
    writeFileSync(staged, JSON.stringify(to));
    renameSync(staged, this.#file);
    this.#stamp = stampOf(this.#file);
    this.#current = to;
  }
}

/** Another one whenever the file was written, replaced or taken away. */
function stampOf(file: string): string {
  try {
    const { size, mtimeNs, ino } = statSync(file, { bigint: true });
    return `${size} ${mtimeNs} ${ino}`;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unreadable";
  }
}

/** A file that cannot be read may have turned answering off: it stays off until somebody who looks after the service decides. */
function read(file: string, warn: (line: string) => void): AnsweringSwitch {
  try {
    return switchSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return ON;
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : error;
    warn(
      `${file} cannot be read, so questions are not answered: ${reason}. Turn answering on at the desk, or write {"on": true} into it.`,
    );
    return { on: false, notice: "" };
  }
}
