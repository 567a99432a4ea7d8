import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { ConfigurationError } from "#domain/errors.ts";

/** One prompt: a Markdown file that names its variables first and holds each as `{{name}}`. */
export interface Prompt {
  readonly name: string;
  readonly variables: readonly string[];
  readonly body: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly digest: string;
}

export interface Prompts {
  readonly system: Prompt;
  readonly rewrite: Prompt;
}

const FILE = /^---\nvariables:(?<variables>[^\n]*)\n---\n(?<body>[\s\S]+)$/;
const SLOT = /\{\{(\w+)\}\}/g;

/** The variables that the code fills; a prompt must name just these. */
const VARIABLES = {
  system: [],
  rewrite: ["language", "question", "rows", "evidence", "draft"],
} as const;

export type RewriteSlots = Readonly<Record<(typeof VARIABLES.rewrite)[number], string>>;

/**
 * Reads `system.md` and `rewrite.md`.
 * @throws ConfigurationError when one is missing, or its variables are not those the code fills
 */
export function readPrompts(directory: string): Prompts {
  return {
    system: readPrompt(directory, "system", VARIABLES.system),
    rewrite: readPrompt(directory, "rewrite", VARIABLES.rewrite),
  };
}

/** SHA-256 of each prompt file by name, for the record of an evaluation run. */
export function promptHashes({ system, rewrite }: Prompts): Record<string, string> {
  return Object.fromEntries([system, rewrite].map(({ name, digest }) => [`${name}.md`, digest]));
}

/** The prompt with its slots filled, in one pass: what is filled in is never read as a slot. */
export function fillPrompt({ body }: Prompt, slots: Readonly<Record<string, string>>): string {
  return body.replace(SLOT, (_all, name: string) => slots[name] ?? "").trim();
}

function readPrompt(directory: string, name: string, expected: readonly string[]): Prompt {
  const file = path.join(directory, `${name}.md`);
  const bytes = readBytes(file);
  const parts = FILE.exec(bytes.toString("utf8").replaceAll("\r\n", "\n"))?.groups;
  if (parts === undefined) throw unusable(file, "it does not begin with its variables");
  const { variables: named = "", body = "" } = parts;
  const variables = named
    .split(",")
    .map((variable) => variable.trim())
    .filter(Boolean);
  const used = [...new Set([...body.matchAll(SLOT)].map(([, variable]) => variable ?? ""))];
  for (const [words, found] of [
    ["names", variables],
    ["uses", used],
  ] as const) {
    if (found.length !== expected.length || !expected.every((variable) => found.includes(variable)))
      throw unusable(file, `it ${words} ${found.join(", ") || "no variables"}`, expected);
  }
  return { name, variables, body, digest: createHash("sha256").update(bytes).digest("hex") };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw unusable(file, "it cannot be read", [], { cause });
  }
}

function unusable(
  file: string,
  problem: string,
  expected: readonly string[] = [],
  options?: ErrorOptions,
): ConfigurationError {
  const advice =
    expected.length > 0 ? `Its variables are ${expected.join(", ")}` : "See docs/language-model.md";
  return new ConfigurationError({ where: file, problem, advice: `${advice}.` }, options);
}
