import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const runIn = (environment: Record<string, string>, ...args: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "src/cli.ts", ...args], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
const run = (...args: string[]) => runIn({}, ...args);

describe("the command line", () => {
  test("prints its usage when asked", () => {
    const { status, stdout } = run("indicators", "--help");
    expect(status).toBe(0);
    expect(stdout).toContain("npm run ask -- [question]");
  });

  test("names an option it does not know, with the usage and without a trace", () => {
    const { status, stderr } = run("indicators", "--regoin", "江北区");
    expect(status).toBe(1);
    expect(stderr).toContain("--regoin");
    expect(stderr).toContain("npm run indicators -- [--region R]");
    expect(stderr).not.toContain("at parseArgs");
  });

  test("calls a command it does not know an error", () => {
    expect(run("buidl")).toMatchObject({ status: 2, stdout: "" });
  });
});

describe("a fault of the surroundings is told in one sentence", () => {
  const folder = mkdtempSync(join(tmpdir(), "commands-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "file");
  writeFileSync(file, "");
  const empty = join(folder, "empty");
  mkdirSync(empty);
  const index = join(folder, "index");

  test.each([
    ["no corpus", "CORPUS_DIR", { CORPUS_DIR: join(folder, "none"), INDEX_DIR: index }, ["ask", "x"]],
    ["an empty corpus", "CORPUS_DIR", { CORPUS_DIR: empty, INDEX_DIR: index }, ["build"]],
    ["an index that cannot be written", "INDEX_DIR", { INDEX_DIR: join(file, "index") }, ["build"]],
    ["an index that is a file", "INDEX_DIR", { INDEX_DIR: file }, ["build"]],
    ["an index where no folder can be made", "INDEX_DIR", { INDEX_DIR: "/proc/none/index" }, ["build"]],
    ["a log that cannot be written", "FEEDBACK_LOG", { FEEDBACK_LOG: join(file, "log") }, ["start"]],
    ["an address of another machine", "HOST", { HOST: "203.0.113.9" }, ["start"]],
    ["a year that is none", "--year", {}, ["indicators", "--year", "22"]],
    ["a kind that is none", "--kind", {}, ["indicators", "--kind", "plan"]],
  ])("%s", (_what, named, environment, args) => {
    const { status, stderr } = runIn(environment, ...args);
    expect(status).toBe(1);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain(named);
  });

  test("a port that is taken", async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, "127.0.0.1", () => {
        const address = taken.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
    const { status, stderr } = runIn({ PORT: String(port) }, "start");
    taken.close();
    expect(status).toBe(1);
    expect(stderr.trim()).toMatch(/^setting PORT: something listens at 127\.0\.0\.1:\d+ already\..*$/);
  });
});
