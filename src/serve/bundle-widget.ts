import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { isSource } from "#domain/own-module.ts";

const ENTRY = fileURLToPath(new URL("../widget/widget.ts", import.meta.url));

let bundled: Promise<string> | null = null;

/** The widget as one JavaScript module, bundled from its sources at the first call (a tenth of a second) and kept. */
export function bundleWidget(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  // The package comes with it bundled.
  if (!isSource(import.meta.url)) return readFile(new URL("../widget.js", import.meta.url), "utf8");
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    loader: { ".css": "text" },
    legalComments: "none",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error("esbuild gave no file for the widget");
  return file.text;
}
