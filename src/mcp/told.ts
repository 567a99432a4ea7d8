/** Nothing is changed by any tool, and nothing but the reports is asked. */
export const READ_ONLY = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const;

/** A result both as clients read it that know structured content, and as JSON text for those that do not. */
export function told<Result extends object>(result: Result, text = JSON.stringify(result)) {
  return { content: [{ type: "text" as const, text }], structuredContent: { ...result } };
}
