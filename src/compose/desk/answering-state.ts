import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type AnsweringSwitch, switchSchema } from "#admin/desk.ts";

const ON: AnsweringSwitch = { on: true, notice: "" };

/** Whether questions are answered; kept in a file, so that a restart does not turn on what was turned off. */
export class AnsweringState {
  readonly #directory: string;
  #current: AnsweringSwitch;

  /** @param warn told of a file that cannot be read */
  constructor(directory: string, warn: (line: string) => void) {
    this.#directory = directory;
    this.#current = read(path.join(directory, "answering.json"), warn);
  }

  get current(): AnsweringSwitch {
    return this.#current;
  }

  async turn(to: AnsweringSwitch): Promise<void> {
    mkdirSync(this.#directory, { recursive: true });
    const file = path.join(this.#directory, "answering.json");
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(to));
    renameSync(`${file}.${process.pid}`, file);
    this.#current = to;
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
      `${file} cannot be read, so questions are not answered: ${reason}. Turn answering on at the desk, or write {"on": true} into it and start again.`,
    );
    return { on: false, notice: "" };
  }
}
