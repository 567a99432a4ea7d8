import { z } from "zod";
import type { GapGroup } from "#protocol/gap-group.ts";

export const switchSchema = z.strictObject({
  on: z.boolean(),
  /** What readers are told while answering is off. */
  notice: z.string().max(500).default(""),
});

/** Whether questions are answered, and what is said otherwise. */
export type AnsweringSwitch = z.infer<typeof switchSchema>;

/** A file among the reports and what was read in it. */
export interface DeskReport {
  readonly file: string;
  readonly titles: readonly string[];
  readonly format: string | null;
  readonly pages: number | null;
  readonly tables: number;
  readonly rowsIn: number;
  readonly rowsStored: number;
  readonly problems: readonly {
    readonly severity: string;
    readonly code: string;
    readonly message: string;
  }[];
}

/** What adding a file would do. */
export interface DeskChange {
  readonly file: string;
  readonly change: "new" | "replaces" | "same";
  readonly titles: readonly string[];
  readonly tables: number;
  readonly rows: number;
  readonly problems: readonly {
    readonly severity: string;
    readonly code: string;
    readonly message: string;
  }[];
}

export interface DeskState {
  /** The index that answers; null before there is one. */
  readonly generation: string | null;
  readonly building: "idle" | "building" | "failed";
  readonly answering: AnsweringSwitch;
}

/** A file that is to be put among the reports. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly replace: boolean;
}

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
  gaps(): Promise<readonly GapGroup[]>;
  /** The last verdicts of readers, newest first. */
  feedback(): Promise<
    readonly { readonly time: string; readonly verdict: string; readonly comment: string }[]
  >;
  /** Settings in force by name; secrets only as given or not. */
  settings(): Readonly<Record<string, string>>;
  switchAnswering(to: AnsweringSwitch): Promise<void>;
  /** Keeps what was done, or refused, for the audit log. */
  acted(act: string, about: string, outcome: "done" | "refused"): void;
}
