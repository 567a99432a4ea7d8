import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Desk, DeskRefusal } from "#admin/desk.ts";
import type { DeskChange, Upload } from "#admin/desk-report.ts";
import type { AuditEntry } from "#audit/record.ts";
import { readBuildRecord } from "#compose/build/build-record.ts";
import { putReports, type ReadAhead, readAhead, takeReport } from "#compose/build/corpus-changes.ts";
import { endOfLog, lastFeedback } from "#compose/logs.ts";
import type { Configuration } from "#configuration.ts";
import { WenzhengError } from "#domain/errors.ts";
import { gapsOfLog, groupGaps } from "#evaluate/report/gaps.ts";
import type { AnsweringState } from "./answering-state.ts";
import { deskReports } from "./desk-reports.ts";
import { readOwnFile, writeOwnFile } from "./own-files.ts";
import { deskFigures, keepRevision } from "./revise-figures.ts";
import { settingsInForce } from "./settings-in-force.ts";
import { statisticsOf } from "./statistics.ts";

interface DeskParts {
  readonly configuration: Configuration;
  readonly answering: AnsweringState;
  /** Id of the index that answers. */
  readonly generation: () => string | null;
  /** Builds in a process of its own; one build follows another. */
  readonly build: () => Promise<void>;
  readonly keep: (entry: AuditEntry) => void;
}

/** The desk over the corpus folder, the record of the last build and the logs. */
export function createDesk({ configuration, answering, generation, build, keep }: DeskParts): Desk {
  const { corpusDirectory, indexDirectory, logs } = configuration;
  let building: "idle" | "building" | "failed" = "idle";
  let builds = 0;
  const rebuild = () => {
    building = "building";
    builds += 1;
    const mine = builds;
    void build().then(
      () => {
        if (mine === builds) building = "idle";
      },
      () => {
        if (mine === builds) building = "failed";
      },
    );
  };
  return {
    state: () => ({ generation: generation(), building, answering: answering.current }),
    reports: async () => deskReports(await readBuildRecord(indexDirectory)),
    readAhead: (upload) => uploaded(upload, (file) => readAhead(corpusDirectory, file)),
    async add(upload) {
      const change = await uploaded(upload, async (file) => {
        const ahead = await readAhead(corpusDirectory, file);
        await putReports(corpusDirectory, [file], { replace: upload.replace });
        return ahead;
      });
      rebuild();
      return change;
    },
    async remove(file) {
      await refusing(() => takeReport(corpusDirectory, file));
      rebuild();
    },
    figures: () => deskFigures(configuration),
    async revise(said) {
      await keepRevision(configuration, said);
      rebuild();
    },
    statistics: async () =>
      statisticsOf(await endOfLog(logs.questions), await readBuildRecord(indexDirectory)),
    ownFile: (name) => readOwnFile(corpusDirectory, name),
    putOwnFile: (name, text) => writeOwnFile(corpusDirectory, name, text),
    gaps: async () => groupGaps(gapsOfLog(await endOfLog(logs.questions), { regions: [], topics: [] })),
    feedback: () => lastFeedback(logs.feedback),
    settings: () => settingsInForce(configuration),
    switchAnswering: (to) => answering.turn(to),
    acted: (act, about, outcome) => keep({ type: "act", act, about, outcome }),
  };
}

/** Works on an upload as a file of its name, which is gone afterwards. */
async function uploaded(
  { name, bytes }: Upload,
  work: (file: string) => Promise<ReadAhead>,
): Promise<DeskChange> {
  if (name !== path.basename(name) || name.startsWith(".") || name.includes("\\") || /\p{Cc}/u.test(name))
    throw new DeskRefusal(`文件名 ${JSON.stringify(name)} 不能使用。`);
  const folder = await mkdtemp(path.join(tmpdir(), "wenzheng-upload-"));
  try {
    const file = path.join(folder, name);
    await writeFile(file, bytes);
    const { documents, ...ahead } = await refusing(() => work(file));
    return { ...ahead, problems: [...ahead.problems], titles: documents.map(({ title }) => title) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a person can act on is told at the desk. */
async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WenzhengError) throw new DeskRefusal(error.message, { cause: error });
    throw error;
  }
}
