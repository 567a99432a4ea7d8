import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { transform } from "esbuild";
import { z } from "zod";
import { bundleWidget } from "#serve/bundle-widget.ts";

/**
 * `npm run build:package` writes `dist/package`: the project as plain JavaScript with declarations, its data and models, to be packed
 * with `npm pack ./dist/package`. The folders keep their places, so a module finds its data as it does in the project.
 */
const out = path.resolve("dist/package");
const versions = z.record(z.string(), z.string());
const manifestSchema = z.looseObject({
  version: z.string(),
  description: z.string(),
  license: z.string(),
  engines: versions,
  dependencies: versions,
});

/** Neighbours are imported as what they have become; `#room/file.ts` is mapped by the manifest. */
const emitted = (code: string) => code.replace(/(\bfrom |\bimport\(|\bimport )"(\.[^"]+)\.ts"/g, '$1"$2.js"');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const { status } = spawnSync("npx", ["tsc", "-p", "tsconfig.package.json"], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
for (const file of readdirSync("src", { recursive: true, encoding: "utf8" })) {
  const target = path.join(out, "src", file);
  if (file.startsWith("widget/") || file.endsWith(".test.ts")) continue;
  if (/\.(?:json|css|svg|js)$/.test(file)) cpSync(path.join("src", file), target);
  if (!file.endsWith(".ts")) continue;
  const { code } = await transform(readFileSync(path.join("src", file), "utf8"), {
    loader: "ts",
    format: "esm",
    target: "node20.19",
    charset: "utf8",
  });
  writeFileSync(target.replace(/\.ts$/, ".js"), emitted(code));
  const declared = target.replace(/\.ts$/, ".d.ts");
  writeFileSync(declared, emitted(readFileSync(declared, "utf8")));
}
for (const folder of ["models", "prompts"]) cpSync(folder, path.join(out, folder), { recursive: true });
for (const file of ["LICENSE", "README.md", "README.zh-CN.md"]) cpSync(file, path.join(out, file));
writeFileSync(path.join(out, "src/widget.js"), await bundleWidget());
writeFileSync(path.join(out, "bin.js"), '#!/usr/bin/env node\nawait import("./src/cli.js");\n', {
  mode: 0o755,
});

const itsOwn = bundleTransformers(path.join(out, "node_modules/@xenova/transformers"));

const { version, description, license, engines, dependencies } = manifestSchema.parse(
  JSON.parse(readFileSync("package.json", "utf8")),
);
const entry = (name: string) => ({ types: `./src/${name}.d.ts`, default: `./src/${name}.js` });
// What runs TypeScript and bundles the widget has done its work.
const { tsx: _tsx, esbuild: _esbuild, ...needed } = dependencies;
const manifest = {
  name: "wenzheng",
  ...{ version, description, license, engines },
  type: "module",
  bin: { wenzheng: "./bin.js" },
  exports: { ".": entry("wenzheng"), "./langchain": entry("langchain"), "./package.json": "./package.json" },
  imports: { "#*.ts": { types: "./src/*.d.ts", default: "./src/*.js" }, "#*": "./src/*" },
  dependencies: { ...needed, ...itsOwn },
  bundleDependencies: ["@xenova/transformers"],
};
writeFileSync(path.join(out, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
/**
 * The library that runs the models goes into the packed file: npm takes no override from a package that is installed, and the
 * version of sharp that the library asks for fetches a file from outside the registry. It reads images with it, which are none of
 * ours, so a module of that name that refuses stands in its place. Gives what else it needs: npm installs nothing for what is bundled.
 */
function bundleTransformers(target: string): Record<string, string> {
  const source = path.resolve("node_modules/@xenova/transformers");
  for (const part of ["src", "types", "package.json", "LICENSE", "README.md"])
    cpSync(path.join(source, part), path.join(target, part), { recursive: true });
  const stand = path.join(target, "node_modules/sharp");
  mkdirSync(stand, { recursive: true });
  const manifest = {
    name: "sharp",
    version: "0.32.6",
    type: "module",
    exports: "./index.js",
    license: "Apache-2.0",
  };
  writeFileSync(path.join(stand, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(
    path.join(stand, "index.js"),
    'export default function sharp() {\n  throw new Error("wenzheng reads no images: sharp is left out");\n}\n',
  );
  const { dependencies, optionalDependencies } = z
    .looseObject({ dependencies: versions, optionalDependencies: versions })
    .parse(JSON.parse(readFileSync(path.join(source, "package.json"), "utf8")));
  const { sharp: _sharp, ...others } = { ...dependencies, ...optionalDependencies };
  return others;
}

process.stdout.write(`${path.relative(".", out)}: pack it with npm pack ./dist/package\n`);
