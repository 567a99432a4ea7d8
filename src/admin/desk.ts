import { z } from "zod";
import type { GapGroup } from "#protocol/gap-group.ts";
import type { DeskChange, DeskReport, Upload } from "./desk-report.ts";
import type { DeskFigures, RevisionRequest } from "./figures.ts";
import type { OwnFile } from "./own-files.ts";
import type { Statistics } from "./statistics.ts";

/** Whether questions are answered, and what is said otherwise. */
export const switchSchema = z.strictObject({
  on: z.boolean(),
  /** What readers are told while answering is off. */
  notice: z.string().max(500).default(""),
});

export const deskStateSchema = z.object({
  /** The index that answers; null before there is one. */
  generation: z.string().nullable(),
  building: z.enum(["idle", "building", "failed"]),
  answering: switchSchema,
});

/** A verdict of a reader as it was kept. */
export const keptVerdictSchema = z.object({
  time: z.string(),
  verdict: z.string(),
  comment: z.string().default(""),
});

/** Settings in force by name; secrets only as given or not. */
export const settingsSchema = z.record(z.string(), z.string());

export type AnsweringSwitch = z.infer<typeof switchSchema>;
export type DeskState = z.infer<typeof deskStateSchema>;
export type KeptVerdict = z.infer<typeof keptVerdictSchema>;

/** A change that cannot be made, in words for whoever asked for it. */
export class DeskRefusal extends Error {
  override readonly name = "DeskRefusal";
}

/** All that whoever looks after the service can see and do, handed in by the composition. Methods throw DeskRefusal. */
export interface Desk {
  state(): DeskState;
  reports(): Promise<readonly DeskReport[]>;
  /** Tells what adding would do, without doing it. */
  readAhead(upload: Upload): Promise<DeskChange>;
  /** Puts the file among the reports; the index follows in a while. */
  add(upload: Upload): Promise<DeskChange>;
  remove(file: string): Promise<void>;
  /** Figures to look at, and what was said of figures so far. */
  figures(): Promise<DeskFigures>;
  /** Keeps what an editor says of a figure; the index follows in a while. */
  revise(said: RevisionRequest): Promise<void>;
  statistics(): Promise<Statistics>;
  ownFile(name: OwnFile): Promise<string>;
  /** Counts from the next question on. */
  putOwnFile(name: OwnFile, text: string): Promise<void>;
  gaps(): Promise<readonly GapGroup[]>;
  /** The last verdicts of readers, newest first. */
  feedback(): Promise<readonly KeptVerdict[]>;
  settings(): Readonly<Record<string, string>>;
  switchAnswering(to: AnsweringSwitch): Promise<void>;
  /** Keeps what was done, or refused, for the audit log. */
  acted(act: string, about: string, outcome: "done" | "refused"): void;
}
