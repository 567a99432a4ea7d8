import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** The image's own words. */
const dockerfile = readFileSync("Dockerfile", "utf8");
const ignored = /\.test\.ts$/;
const scratch = mkdtempSync(path.join(tmpdir(), "image-"));
const app = path.join(scratch, "app");
const data = path.join(scratch, "data");
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** `KEY=value` of the ENV lines, `/data` in the place that it has here. */
function environment(): Record<string, string> {
  const [, last = ""] = /^ENV ((?:.*\\\n)*.*)$/m.exec(dockerfile) ?? [];
  return Object.fromEntries(
    [...last.matchAll(/(\w+)=(\S+)/g)].map(([, name = "", value = ""]) => [
      name,
      value.replace(/^\/data/, data),
    ]),
  );
}

/** What `npm ci --omit=dev` installs, by name. */
function production(): string[] {
  const { stdout } = spawnSync("npm", ["ls", "--omit=dev", "--all", "--parseable"], { encoding: "utf8" });
  const names = stdout
    .split("\n")
    .flatMap((line) => /node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(line)?.[1] ?? []);
  return [...new Set(names)];
}

/** Lays out what the COPY lines copy, as the image has it, without packages of development. */
beforeAll(() => {
  mkdirSync(path.join(app, "node_modules"), { recursive: true });
  for (const [, words = ""] of dockerfile.matchAll(/^COPY (?!--from)(?:--chown=\S+ )?(.+)$/gm)) {
    const names = words.split(" ");
    const target = names.pop() ?? "";
    for (const name of names) {
      const into =
        target === "./" ? path.join(app, name) : path.resolve(app, target.replace(/^\/data/, data));
      cpSync(name, into, { recursive: true, filter: (source) => !ignored.test(source) });
    }
  }
  const installed = production();
  expect(installed.length).toBeGreaterThan(20);
  for (const name of installed) {
    const link = path.join(app, "node_modules", name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.resolve("node_modules", name), link);
  }
});

test("what the image copies builds, answers and serves the widget, and writes nowhere but into its one folder", async () => {
  const [, command = "[]"] = /^CMD (.*)$/m.exec(dockerfile) ?? [];
  const [program = "", ...args]: string[] = JSON.parse(command);
  expect(program).toBe("node");
  const mark = path.join(scratch, "mark");
  writeFileSync(mark, "");
  const child = spawn(process.execPath, args, {
    cwd: app,
    env: {
      PATH: process.env["PATH"],
      HOME: data,
      ...environment(),
      HOST: "127.0.0.1",
      PORT: "0",
      WORKERS: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  try {
    const at = await new Promise<string>((resolve, reject) => {
      child.once("exit", () => reject(new Error(said)));
      child.stderr.on("data", (more) => {
        said += more;
      });
      child.stdout.on("data", (more) => {
        said += more;
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (address !== undefined) resolve(address);
      });
    });
    const body = JSON.stringify({ messages: [{ role: "user", content: "江北区2022年GDP增速是多少？" }] });
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${at}/api/chat`, { method: "POST", headers, body });
    expect(await answer.json()).toMatchObject({
      status: "answered",
      answer: expect.stringContaining("3.7%"),
    });
    expect((await fetch(`${at}/widget.js`)).status).toBe(200);
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
  const written = spawnSync("find", [app, "-newer", mark], { encoding: "utf8" }).stdout;
  expect(written).toBe("");
}, 300_000);
