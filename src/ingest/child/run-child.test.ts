import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHILD_LIMITS, runChild } from "./run-child.ts";

const JOB = { task: "reading", format: "csv", bytes: 7 } as const;
const BYTES = new TextEncoder().encode("a,b\n1,2");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "child-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a child whose program is `code`, with little time and memory. */
function run(name: string, code: string, limits: { deadlineMs?: number; megabytes?: number } = {}) {
  const program = path.join(folder, `${name}.mjs`);
  writeFileSync(program, code);
  return runChild(JOB, BYTES, { deadlineMs: 20_000, megabytes: 1_000, ...limits, program });
}

describe("runChild", () => {
  test("gives what the child wrote", async () => {
    const done = await runChild(JOB, BYTES, CHILD_LIMITS);
    expect(done).toMatchObject({ ok: true });
    expect(done.ok ? JSON.parse(done.json) : null).toMatchObject({
      blocks: [{ kind: "table", rows: [{ sheetRow: 1 }, { sheetRow: 2 }] }],
    });
  });

  test("what a library prints on standard output is no result", async () => {
    const done = await run("prints", 'console.log("warning"); (await import("fs")).writeSync(3, "{}");');
    expect(done).toEqual({ ok: true, json: "{}" });
  });

  test("ends a child that never comes back, and says how long it was given", async () => {
    const done = await run("hangs", "for (;;);", { deadlineMs: 1_500 });
    expect(done).toMatchObject({
      fault: "deadline",
      message: expect.stringMatching(/more than 1.5 s of work and was ended/),
    });
  });

  test("ends what the child has started with it", async () => {
    const late = path.join(folder, "late");
    const starts = `import { spawn } from "node:child_process";
      spawn("sh", ["-c", "sleep 4; touch ${late}"], { stdio: "ignore" });
      setInterval(() => {}, 1000);`;
    // It waits without working, which may take longer.
    await run("starts", starts, { deadlineMs: 500 });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(existsSync(late)).toBe(false);
  });

  test.skipIf(process.platform !== "linux")(
    "ends a child that takes too much memory outside its heap",
    async () => {
      const code = "const held = []; setInterval(() => held.push(Buffer.alloc(5e7, 1)), 50);";
      expect(await run("grows", code, { megabytes: 300 })).toMatchObject({ fault: "memory" });
    },
  );

  test("a heap that runs full is told as memory", async () => {
    const code = "const held = []; for (;;) held.push(new Array(4e6).fill(held.length));";
    const done = await run("fills", code, { megabytes: 4_000 });
    expect(done).toMatchObject({ fault: "crashed", message: expect.stringMatching(/MB of memory/) });
  });

  test.each([
    ["throws", 'throw new RangeError("bad cell at B7");', /RangeError: bad cell at B7/],
    ["stops", "process.exit(3);", /damaged/],
    ["dies", 'process.kill(process.pid, "SIGSEGV");', /damaged/],
    ["says nothing", "process.exit(0);", /damaged/],
  ])("a child that %s is a fault with advice", async (name, code, words) => {
    expect(await run(name.replace(" ", "-"), code)).toMatchObject({
      fault: "crashed",
      message: expect.stringMatching(words),
    });
  });

  test("settings and keys of ours do not reach it", async () => {
    process.env["LLM_API_KEY"] = "secret";
    const code = '(await import("fs")).writeSync(3, JSON.stringify(process.env));';
    const done = await run("environment", code);
    delete process.env["LLM_API_KEY"];
    expect(done.ok ? done.json : "").not.toContain("secret");
    expect(done.ok ? done.json : "").toContain("PATH");
  });
});
