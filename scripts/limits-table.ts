import { FILE_LIMIT_TABLE } from "#ingest/file-limits.ts";
import { LIMIT_TABLE } from "#serve/guard/limits.ts";

/** The table of limits as Markdown, in one of the two languages; docs/operations.md and its Chinese twin print it. */
export function limitsTable(language: "zh" | "en"): string {
  const head = language === "zh" ? "| 限制 | 值 | 超出时 | 原因 |" : "| limit | value | beyond it | why |";
  const rows = Object.entries({ ...LIMIT_TABLE, ...FILE_LIMIT_TABLE }).map(
    ([name, { value, unit, beyond, why }]) =>
      `| \`${name}\` | ${value.toLocaleString("en-US")} ${unit} | ${beyond[language]} | ${why[language]} |`,
  );
  return [head, "|---|---|---|---|", ...rows].join("\n");
}
