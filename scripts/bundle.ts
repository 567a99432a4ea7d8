import { spawnSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";

/**
 * `npm run bundle` writes one archive that runs on another machine of this kind (system, processor, version of Node) without a network:
 * the project with what is installed for production, native modules compiled. Unpack it there and `npm start`.
 */
const out = `dist/wenzheng-${process.platform}-${process.arch}-node${process.versions.node.split(".")[0]}.tar.gz`;
const listed = spawnSync("npm", ["ls", "--omit=dev", "--all", "--parseable"], { encoding: "utf8" });
const packages = listed.stdout
  .split("\n")
  .map((directory) => path.relative(".", directory))
  .filter((directory) => directory.startsWith("node_modules"));
// A package inside another one comes with it.
const outermost = packages.filter(
  (each) => !packages.some((other) => each.startsWith(`${other}${path.sep}`)),
);
if (outermost.length === 0) throw new Error(`npm lists nothing installed: ${listed.stderr}`);
mkdirSync("dist", { recursive: true });
const own = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "LICENSE",
  "README.md",
  "README.zh-CN.md",
  "docs",
  "deploy",
];
const folders = ["src", "models", "prompts", "corpus"];
const { status } = spawnSync(
  "tar",
  ["czf", out, "--transform", "s,^,wenzheng/,", ...own, ...folders, ...outermost],
  {
    stdio: "inherit",
  },
);
if (status !== 0) throw new Error("tar could not write the archive");
process.stdout.write(
  `${out}: ${(statSync(out).size / 1_000_000).toFixed(0)} MB, ${outermost.length} packages\n`,
);
