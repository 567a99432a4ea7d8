import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AdminSessions } from "#admin/sessions.ts";
import { buildIndex } from "../../src/compose/build/build-line.ts";
import { AnsweringState } from "../../src/compose/desk/answering-state.ts";
import { createDesk } from "../../src/compose/desk/desk.ts";
import { readConfiguration } from "../../src/configuration.ts";
import { launch } from "./chromium.ts";
import { type Site, startSite } from "./site.ts";

const TOKEN = "a-token-of-more-than-32-characters-0123456789";
const folder = mkdtempSync(join(tmpdir(), "desk-"));
const corpus = join(folder, "corpus");
mkdirSync(corpus);
copyFileSync("corpus/dadukou-2022-plan-report.txt", join(corpus, "dadukou.txt"));
copyFileSync("corpus/jiangbei-2023-news.txt", join(corpus, "news.txt"));

let browser: Browser;
let site: Site;
let page: Page;

beforeAll(async () => {
  const configuration = readConfiguration({
    CORPUS_DIR: corpus,
    INDEX_DIR: join(folder, "index"),
    DESK_DIR: join(folder, "desk"),
    ADMIN_TOKEN: TOKEN,
  });
  await buildIndex(configuration);
  const answering = new AnsweringState(configuration.deskDirectory, () => {});
  const build = async () => {
    await buildIndex(configuration);
  };
  const desk = createDesk({ configuration, answering, generation: () => "g1", build, keep: () => {} });
  const notice = () => (answering.current.on ? null : answering.current.notice);
  site = await startSite({}, 0, { administration: { desk, sessions: new AdminSessions(TOKEN) }, notice });
  browser = await launch();
  page = await (await browser.newContext()).newPage();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
  rmSync(folder, { recursive: true });
});

async function faults(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

test("the page of the interface has nothing that axe finds, and nothing our policy forbids", async () => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
  await page.goto(`${site.at}/developers`);
  expect(await faults()).toEqual([]);
  expect(refused).toEqual([]);
});

test("whoever has the token logs in, reads a report ahead, takes it, removes one, and turns answering off", async () => {
  await page.goto(`${site.at}/admin`);
  expect(await faults()).toEqual([]);
  await page.getByLabel("口令").fill(TOKEN);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("heading", { name: "报告（2）" }).waitFor();
  expect(await faults()).toEqual([]);

  const upload = async (isDryRun: boolean) => {
    await page
      .getByLabel("文件", { exact: true })
      .setInputFiles(resolve("corpus/jiangbei-2022-plan-report.txt"));
    await page.getByLabel("只试读，不收下").setChecked(isDryRun);
    await page.getByRole("button", { name: "上传" }).click();
    return page.getByRole("status").innerText();
  };
  expect(await upload(true)).toMatch(/^试读 jiangbei-2022-plan-report\.txt（new）：.*江北区/);
  expect(existsSync(join(corpus, "jiangbei-2022-plan-report.txt"))).toBe(false);
  expect(await upload(false)).toMatch(/^已收下/);
  expect(existsSync(join(corpus, "jiangbei-2022-plan-report.txt"))).toBe(true);

  await page.getByRole("row").filter({ hasText: "news.txt" }).getByRole("button").click();
  expect(await page.getByRole("status").innerText()).toBe("已移出 news.txt");
  expect(existsSync(join(corpus, "news.txt"))).toBe(false);

  await page.getByLabel("停答告示").fill("系统维护");
  await page.getByRole("button", { name: "停止答问" }).click();
  await page.getByText("告示：系统维护").waitFor();
  const body = JSON.stringify({ messages: [{ role: "user", content: "增速？" }] });
  const asked = await fetch(`${site.at}/api/chat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  expect(asked.status).toBe(503);
  expect(await asked.text()).toContain("系统维护");

  await page.getByRole("button", { name: "退出" }).click();
  await page.getByLabel("口令").waitFor();
}, 120_000);
