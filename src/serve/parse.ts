import { z } from "zod";
import type { ProblemPlace } from "#protocol/problem.ts";
import { MOST_FAULTS, ProblemError } from "./problem.ts";

const zh = z.locales.zhCN().localeError;
const en = z.locales.en().localeError;

/** The value in its schema's shape, or a 400 that says in both languages what is wrong and where. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const result = schema.safeParse(input, { error: zh });
  if (result.success) return result.data;
  const english = schema.safeParse(input, { error: en }).error?.issues ?? [];
  const errors = result.error.issues.slice(0, MOST_FAULTS).map(
    (issue, at): ProblemPlace => ({
      path: pathOf(issue.path),
      zh: issue.message,
      en: english[at]?.message ?? issue.message,
    }),
  );
  throw new ProblemError("invalid_request", { errors });
}

/** `messages[0].content`; the whole input is ``. */
function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === "number") return `${name}[${key}]`;
    return name === "" ? String(key) : `${name}.${String(key)}`;
  }, "");
}
