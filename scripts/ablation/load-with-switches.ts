import { readFileSync } from "node:fs";
import type { LoadHook } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { withSwitches } from "./switches.ts";

/** Where the rules are that are turned off. */
const ROOM = /\/src\/(answer\/.+)\.ts$/u;

/** A loader hook of Node: the files of `src/answer` get a switch for each function. */
export const load: LoadHook = (url, context, next) => {
  const file = url.startsWith("file:") ? fileURLToPath(url.split("?")[0] ?? url) : "";
  const [, name] = ROOM.exec(file) ?? [];
  if (name === undefined) return next(url, context);
  const source = withSwitches(name, readFileSync(file, "utf8"));
  const { code } = transformSync(source, { loader: "ts", target: "node20", format: "esm" });
  return { format: "module", source: code, shortCircuit: true };
};
