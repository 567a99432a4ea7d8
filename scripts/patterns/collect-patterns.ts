import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { regexLiterals } from "./regex-literals.ts";

/** A regular expression of the product, and where it is written or made. */
export interface Pattern {
  readonly digest: string;
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

const root = new URL("../../src/", import.meta.url);
/** Modules that do something when they are loaded. */
const RUNS = /program|bundle-widget|and-die/;
/** Rooms whose patterns read a user's or a report's text. */
const ROOMS =
  /^(?:domain|protocol|text|ingest|chunk|indicators|question|retrieve|read|answer|serve|workers)\//;

/**
 * Every regular expression of the rooms that read text: the literals as written, and those made from data when the modules
 * are loaded. Loads them with a RegExp that keeps what it is given, so call it in a process of its own.
 */
export async function collectPatterns(): Promise<Pattern[]> {
  const found = new Map<string, Pattern>();
  const keep = (source: string, flags: string, where: string) => {
    const kept = flags.replace(/[dgy]/g, "");
    const digest = createHash("sha256").update(`/${source}/${kept}`).digest("hex").slice(0, 16);
    if (!found.has(digest)) found.set(digest, { digest, source, flags: kept, where });
  };
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => ROOMS.test(file) && file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .sort();
  for (const file of files) {
    for (const { source, flags, line } of regexLiterals(readFileSync(new URL(file, root), "utf8")))
      keep(source, flags, `${file}:${line}`);
  }
  const Native = globalThis.RegExp;
  let loading = "";
  globalThis.RegExp = new Proxy(Native, {
    construct(target, given) {
      const made = new target(given[0], given[1]);
      const caller = /src\/([^\s:)]+\.ts)/.exec(
        new Error("made").stack?.split("\n").slice(2).join("\n") ?? "",
      );
      // What a library makes for itself reads no text of ours.
      if (caller !== null && !/node_modules/.test((new Error("made").stack ?? "").split("\n")[2] ?? ""))
        keep(made.source, made.flags, caller[1] ?? loading);
      return made;
    },
  });
  try {
    for (const file of files.filter((name) => !RUNS.test(name))) {
      loading = file;
      await import(new URL(file, root).href);
    }
  } finally {
    globalThis.RegExp = Native;
  }
  return [...found.values()];
}
