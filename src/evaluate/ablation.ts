import { join } from "node:path";
import { z } from "zod";
import { generate } from "./generate.ts";
import { percent } from "./report/component-lines.ts";
import type { Run } from "./report/run-record.ts";
import { compareRuns } from "./score/compare.ts";
import { type Scores, score } from "./score/score.ts";
import type { QuestionSet } from "./sets/question-set.ts";
import type { EvaluationSubject } from "./subject.ts";

/** Configurations to set side by side; the first is the one the others are compared with. */
export const configurationsSchema = z
  .array(
    z.strictObject({
      name: z.string().min(1),
      /** What the configuration is there to tell; for readers of the file. */
      reason: z.string().min(1).optional(),
      settings: z.record(z.string(), z.unknown()).default({}),
    }),
  )
  .min(1);

export type Configuration = z.infer<typeof configurationsSchema>[number];

/** Makes what is asked under one configuration; given by the composition, which knows every part. */
export type BuildSubject = (
  configuration: Configuration,
) => Promise<EvaluationSubject & { readonly close?: () => Promise<void> | void }>;

export interface Ablation {
  readonly configurations: readonly Configuration[];
  readonly build: BuildSubject;
  readonly set: QuestionSet;
  /** Holds one run a configuration. */
  readonly folder: string;
  readonly progress?: (line: string) => void;
}

export interface AblationRow {
  readonly name: string;
  readonly scores: Scores;
  /** McNemar's p against the first configuration. */
  readonly p: number;
}

/** Asks the set under each configuration, one after the other. */
export async function runAblation(ablation: Ablation): Promise<AblationRow[]> {
  const rows: AblationRow[] = [];
  let first: Run | null = null;
  for (const configuration of ablation.configurations) {
    const run = await runConfiguration(ablation, configuration);
    first ??= run;
    rows.push({ name: configuration.name, scores: score(run), p: compareRuns(first, run).p });
  }
  return rows;
}

/** The rows as a Markdown table. */
export function describeAblation(rows: readonly AblationRow[]): string {
  const header = [
    "configuration",
    "points",
    "right",
    "right and cited",
    "p",
    "recall@5 lexical / dense / hybrid",
    "nDCG@10",
    "p50",
  ];
  return [header, header.map(() => "---"), ...rows.map(cellsOf)]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

async function runConfiguration(ablation: Ablation, configuration: Configuration): Promise<Run> {
  const { build, set, folder, progress } = ablation;
  const subject = await build(configuration);
  const environment = {
    ...subject.environment,
    configuration: { ...subject.environment.configuration, ...configuration.settings },
  };
  progress?.(configuration.name);
  try {
    const into = join(folder, configuration.name.replace(/[^\p{L}\p{N}.-]+/gu, "-"));
    return await generate({ ...subject, environment }, set, { folder: into });
  } finally {
    await subject.close?.();
  }
}

function cellsOf({ name, scores, p }: AblationRow): string[] {
  const { overall, components } = scores;
  const { lexical, dense, hybrid } = components.retrieval;
  const modes = [lexical, dense, hybrid];
  return [
    name,
    percent(overall.points.value),
    percent(overall.right.value),
    percent(overall.rightAndCited.value),
    p.toPrecision(2),
    modes.map((mode) => percent(mode?.recall["5"]?.value ?? null)).join(" / "),
    modes.map((mode) => percent(mode?.ndcg.value ?? null)).join(" / "),
    `${components.latency.p50?.toFixed(1) ?? "–"} ms`,
  ];
}
