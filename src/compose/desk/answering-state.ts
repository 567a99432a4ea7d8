import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type AnsweringSwitch, switchSchema } from "#admin/desk.ts";

const ON: AnsweringSwitch = { on: true, notice: "" };

/** Whether questions are answered; kept in a file, so that a restart does not turn on what was turned off. */
export class AnsweringState {
  readonly #directory: string;
  #current: AnsweringSwitch;

  constructor(directory: string) {
    this.#directory = directory;
    this.#current = read(path.join(directory, "answering.json"));
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

function read(file: string): AnsweringSwitch {
  try {
    const parsed = switchSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
    return parsed.success ? parsed.data : ON;
  } catch {
    return ON;
  }
}
