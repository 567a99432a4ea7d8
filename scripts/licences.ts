import { readFileSync } from "node:fs";
import { z } from "zod";

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), license: z.string().optional(), dev: z.boolean().optional() }),
  ),
});

/** Licences under which this product may be passed on with its packages, any of them where several are offered. */
const ALLOWED = new Set([
  "MIT",
  "ISC",
  "0BSD",
  "Zlib",
  "WTFPL",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  // sharp's libvips, a shared library of its own that may be replaced.
  "LGPL-3.0-or-later",
]);

/** Packages whose lock entry names no licence by its identifier, and what their licence file says. */
const READ: Readonly<Record<string, string>> = { flatbuffers: "Apache-2.0" };

export interface Licensed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly isAllowed: boolean;
}

/** Every package that the product runs with, by the lock file, with its licence (SPDX expression). */
export function licences(lockFile: string): Licensed[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(lockFile, "utf8")));
  return Object.entries(packages).flatMap(([path, { version = "", license = "", dev = false }]) => {
    if (path === "" || dev) return [];
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const licence = READ[name] ?? license;
    return [{ name, version, licence, isAllowed: isAllowed(licence) }];
  });
}

/** (MIT OR GPL-3.0-or-later) is allowed by its first choice; of Apache-2.0 AND MIT both must be. */
function isAllowed(expression: string): boolean {
  const choices = expression.replace(/[()]/g, "").split(" OR ");
  return choices.some((choice) => choice.split(" AND ").every((one) => ALLOWED.has(one.trim())));
}

/** `npm run licences`: one line a package; fails where one may not be passed on. */
if (process.argv[1]?.endsWith("licences.ts")) {
  const all = licences("package-lock.json");
  for (const { name, version, licence } of all) process.stdout.write(`${licence}\t${name} ${version}\n`);
  const bad = all.filter(({ isAllowed: may }) => !may);
  for (const { name, licence } of bad) process.stderr.write(`not allowed: ${name} (${licence})\n`);
  process.exitCode = bad.length === 0 ? 0 : 1;
}
