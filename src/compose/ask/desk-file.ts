import { readFileSync } from "node:fs";
import { z } from "zod";
import { type ReplyOverrides, replyOverridesSchema } from "#answer/replies/reply-words.ts";
import { ConfigurationError } from "#domain/errors.ts";

/**
 * The operator's own words for turns that ask no report, and whom to call for a matter (`DESK_FILE`, JSON in the shape of
 * `src/answer/replies/replies.json`, any part of it).
 * @throws ConfigurationError naming the place in the file, when it cannot be read or is of another shape
 */
export function readDeskFile(file: string | null): ReplyOverrides {
  if (file === null) return {};
  const told = (problem: string, advice: string, cause?: unknown) =>
    new ConfigurationError({ where: `DESK_FILE ${file}`, problem, advice }, { cause });
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw told(
      "the file cannot be read as JSON",
      "Check the path and that the file is JSON in UTF-8.",
      error,
    );
  }
  const parsed = replyOverridesSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw told(
    z.prettifyError(parsed.error),
    "The shape is that of src/answer/replies/replies.json; any part may be left out.",
  );
}
