import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";

const run = (...args: string[]) =>
  spawnSync("node_modules/.bin/tsx", ["src/cli.ts", ...args], { encoding: "utf8" });

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
