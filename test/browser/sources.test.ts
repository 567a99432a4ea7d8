import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ask, launch } from "./chromium.ts";
import { type Site, startSite } from "./site.ts";

let browser: Browser;
let site: Site;
let page: Page;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), startSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});
beforeEach(async () => {
  page = await (await browser.newContext()).newPage();
  await page.goto(site.at);
  await ask(page, "多处引用");
});
afterEach(() => page.context().close());

describe("the sources of an answer", () => {
  test("name a report once, with its years, its file and a link to each of its places", async () => {
    expect(await page.locator(".source-title").allTextContents()).toEqual([
      "北川县2022年国民经济计划执行情况报告（2022—2023年，2023-02-01 发布）",
    ]);
    const places = page.locator(".source-places a");
    expect(await places.count()).toBe(24);
    expect(await places.nth(21).textContent()).toBe("一、上年完成情况 [22]（在新窗口打开）");
    const hrefs = await places.evaluateAll((links) =>
      links.slice(-2).map((link) => link.getAttribute("href")),
    );
    expect(hrefs).toEqual([
      `${site.at}/documents/beichuan-2022/original`,
      "https://www.example.gov.cn/2023/report.html",
    ]);
  });

  test("show a row of a table under its column heads, the page, and the file at that page", async () => {
    await page.locator(".marker").first().click();
    const card = page.locator(".card");
    expect(await card.locator("thead th").allTextContents()).toEqual(["指标", "2022年", "2023年预期目标"]);
    expect(await card.locator("tbody tr").allTextContents()).toEqual(["地区生产总值增速（%）3.75.5左右"]);
    expect(await card.locator(".card-path").allTextContents()).toEqual([
      "一、上年完成情况",
      "2022—2023年，2023-02-01 发布，第 3 页",
    ]);
    const file = card.locator("a", { hasText: "原文件第 3 页" });
    expect(await file.getAttribute("href")).toBe(`${site.at}/documents/beichuan-2022/original#page=3`);
  });

  test("show themselves where the pointer or the keyboard rests, until Escape", async () => {
    const marker = page.locator(".marker").nth(4);
    await marker.hover();
    await page.locator(".preview", { hasText: "全年地区生产总值增长3.7%。" }).waitFor();
    await page.locator(".preview").hover();
    await page.waitForTimeout(400);
    expect(await page.locator(".preview").count()).toBe(1);
    await page.mouse.move(0, 0);
    await expect.poll(() => page.locator(".preview").count()).toBe(0);
    await page.locator(".marker").nth(5).focus();
    await page.keyboard.press("Tab");
    await page.locator(".preview").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.locator(".preview").count()).toBe(0);
  });
});
