import { failedReading } from "./failed-reading.ts";
import type { FileReading } from "./file-reading.ts";
import { ReadingFault } from "./reading-fault.ts";

/** The reading of a file that met a fault, what it is and what to do told; any other error is our own and goes on as it came. */
export function failedByFault(error: unknown, what: string, advice: string): FileReading {
  if (!(error instanceof ReadingFault)) throw error;
  return failedReading(error.code, `The ${what} is not read: ${error.message}. ${advice}`);
}
