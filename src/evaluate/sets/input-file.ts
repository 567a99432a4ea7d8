import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { ConfigurationError } from "#domain/errors.ts";
import { describeIssues } from "./question-set.ts";

/** The text of a file that was named on the command line; throws ConfigurationError when it cannot be read. */
export async function readInput(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new ConfigurationError(
      { where: path, problem: "the file cannot be read", advice: "Check its path" },
      { cause },
    );
  }
}

/** The same for a JSON file of a known shape; throws ConfigurationError also when it has another. */
export async function readJsonInput<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(parseJson(await readInput(path)));
  if (parsed.success) return parsed.data;
  throw new ConfigurationError({
    where: path,
    problem: describeIssues(parsed.error),
    advice: "Correct the file",
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
