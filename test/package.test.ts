import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** An empty project into which the packed file was unpacked, with its dependencies and without what only builds. */
const project = mkdtempSync(join(tmpdir(), "package-"));
const modules = join(project, "node_modules");
const home = join(modules, "wenzheng");
const settings = {
  CORPUS_DIR: join(project, "corpus"),
  INDEX_DIR: join(project, "index"),
  PORT: "0",
  WORKERS: "1",
};
afterAll(() => rmSync(project, { recursive: true }));

const run = (program: string, args: readonly string[], cwd = project) =>
  spawnSync(program, args, { cwd, encoding: "utf8", env: { ...process.env, ...settings } });

beforeAll(() => {
  const built = run("npx", ["tsx", "scripts/build-package.ts"], ".");
  expect(built.stderr).not.toContain("error");
  run("npm", ["pack", resolve("dist/package"), "--pack-destination", project], project);
  mkdirSync(modules);
  const [packed = ""] = readdirSync(project).filter((name) => name.endsWith(".tgz"));
  run("tar", ["xzf", join(project, packed), "-C", modules]);
  run("mv", [join(modules, "package"), home]);
  for (const name of readdirSync("node_modules"))
    if (!["tsx", "esbuild", "typescript", "wenzheng"].includes(name))
      symlinkSync(resolve("node_modules", name), join(modules, name));
  mkdirSync(settings.CORPUS_DIR);
  copyFileSync("corpus/dadukou-2022-plan-report.txt", join(settings.CORPUS_DIR, "dadukou.txt"));
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
}, 300_000);

test("a program asks the reports in its own process, as plain JavaScript, and through LangChain", () => {
  writeFileSync(
    join(project, "try.js"),
    `import { openWenzheng } from "wenzheng";
import { WenzhengRetriever, wenzhengTool } from "wenzheng/langchain";
const reports = await openWenzheng({ corpusDirectory: "corpus", indexDirectory: "index" });
const { answer, generation } = await reports.ask("大渡口区2022年地区生产总值增速是多少？");
const passages = await new WenzhengRetriever(reports, { limit: 2 }).invoke("经济增长");
const told = await wenzhengTool(reports).invoke({ question: "大渡口区2022年地区生产总值增速是多少？" });
const rows = reports.indicators({ years: [2022] }).length;
console.log(JSON.stringify({ answer, generation, passages: passages.length, told, rows }));
reports.close();
`,
  );
  const { stdout, stderr } = run(process.execPath, ["try.js"]);
  expect(stdout, stderr).not.toBe("");
  const said: unknown = JSON.parse(stdout);
  expect(said).toMatchObject({
    answer: expect.stringContaining("4.7%[1]"),
    generation: expect.stringMatching(/^[0-9a-f]{16}$/),
    passages: 2,
    told: expect.stringContaining("来源："),
    rows: expect.any(Number),
  });
}, 120_000);

test("its declarations check under the strictest settings", () => {
  writeFileSync(
    join(project, "use.ts"),
    `import { openWenzheng, type Wenzheng } from "wenzheng";
import { WenzhengRetriever } from "wenzheng/langchain";
const reports: Wenzheng = await openWenzheng({ corpusDirectory: "c", indexDirectory: "i" });
const { citations } = await reports.ask([{ role: "user", content: "GDP？" }], { years: [2022] });
export const quote: string | undefined = citations[0]?.quote;
// @ts-expect-error a question is words
await reports.ask(1);
export const retriever = new WenzhengRetriever(reports);
`,
  );
  const options = [
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2023",
    "--types",
    "node",
    "--skipLibCheck",
  ];
  const { stdout } = run(process.execPath, [
    resolve("node_modules/typescript/bin/tsc"),
    ...options,
    "use.ts",
  ]);
  expect(stdout).toBe("");
}, 120_000);

test("its command serves, with workers and the widget", async () => {
  const child = spawn(process.execPath, [join(home, "bin.js"), "start"], {
    cwd: project,
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const at = await new Promise<string>((ready, failed) => {
      let said = "";
      child.once("exit", () => failed(new Error("it ended")));
      child.stdout.setEncoding("utf8").on("data", (more: string) => {
        said += more;
        const address = /http:\/\/\S+/.exec(said)?.[0];
        if (address !== undefined) ready(address);
      });
    });
    const body = JSON.stringify({ messages: [{ role: "user", content: "大渡口区2022年GDP增速？" }] });
    const answer = await fetch(`${at}/api/chat`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    expect(await answer.json()).toMatchObject({ status: "answered" });
    expect(await (await fetch(`${at}/widget.js`)).text()).toContain("report-chat");
  } finally {
    child.removeAllListeners("exit");
    child.kill("SIGTERM");
  }
}, 120_000);
