import { z } from "zod";

/** `target` 目标, `actual` 实际, `estimate` 预计; `unknown` where the report does not say. */
export const kindSchema = z.enum(["actual", "target", "estimate", "unknown"]);

/** `year`; part of a year `2023-Q1`, `2023-H1`, `2023-01/2023-11`; several years `2016/2020`; a state `at:2023-12-31`. */
export const periodSchema = z
  .string()
  .regex(/^(?:year|unknown|\d{4}-[QH][1-4]|\d{4}-\d\d\/\d{4}-\d\d|\d{4}\/\d{4}|at:\d{4}-\d\d-\d\d)$/);

/** `own` for the report's own region, else the name of the place the figure is of, or `unknown`. */
export const scopeSchema = z.string().min(1);

/** What an editor says of a figure that a report prints: 经编辑订正. */
export const revisionOnWireSchema = z.object({
  verdict: z.enum(["confirmed", "corrected", "hidden"]),
  /** As the report prints it. */
  printed: z.string(),
  author: z.string(),
  reason: z.string(),
  /** `2026-11-30`. */
  date: z.string(),
});

export type Kind = z.infer<typeof kindSchema>;
