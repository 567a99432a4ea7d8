import { Decimal } from "decimal.js";
import type { ChatResponse } from "#protocol/chat.ts";
import type { NarrowedQuestion } from "./narrowed-questions.ts";

/** Whether an answer tells the figure of the row, as a figure used or in its own words. */
export function tells({ status, indicators, answer }: ChatResponse, { row }: NarrowedQuestion): boolean {
  if (status !== "answered" || row.value === null) return false;
  const value = new Decimal(row.value);
  const used = indicators.some(
    (told) => told.value !== null && value.abs().eq(Math.abs(told.value)) && told.unit === row.unit,
  );
  return used || (indicators.length === 0 && answer.replace(/[,，\s]/g, "").includes(value.abs().toFixed()));
}
