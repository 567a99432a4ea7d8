import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, launch } from "./chromium.ts";
import { type HostPage, type Site, startHostPage, startSite } from "./site.ts";

let browser: Browser;
let site: Site;
let host: HostPage;

beforeAll(async () => {
  browser = await launch();
  host = await startHostPage(
    `<main><h1>某区</h1><a href="#x">链接</a></main><script type="module" src="/widget.js"></script>`,
  );
  site = await startSite({ allowedOrigins: [host.at] });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  await host.stop();
});

/** Opens as a reader sees it who has set large type and high contrast before. */
async function openAsSet(path: string): Promise<Page> {
  const context = await browser.newContext({ colorScheme: "dark" });
  await context.addInitScript(
    `localStorage.setItem("report-chat:reader", '{"large":true,"contrast":true,"language":null}')`,
  );
  const page = await context.newPage();
  await page.goto(`${site.at}${path}`);
  return page;
}

async function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(path.startsWith("http") ? path : `${site.at}${path}`);
  return page;
}

/** What axe finds wrong, by rule and place. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap((fault) =>
    fault.nodes.map((node) => `${fault.id}: ${node.target.join(" ")} ${node.html}`),
  );
}

async function floating(options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const page = await open(host.at, options);
  await page.evaluate(`(() => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = "${site.at}/widget.js";
    const chat = document.createElement("report-chat");
    chat.setAttribute("endpoint", "${site.at}");
    chat.setAttribute("examples", "增速？|哪一个？");
    document.body.append(script, chat);
  })()`);
  await page.locator(".launcher").waitFor();
  return page;
}

const PAGES = [
  "/",
  "/?q=比较",
  "/documents",
  "/documents?q=没有这样的报告",
  "/documents/beichuan-2022?start=35&end=48#cite",
  "/indicators",
  "/indicators?indicator=地区生产总值增速",
  "/indicators?region=没有这个地区",
  "/documents/none",
];

describe("axe finds nothing", () => {
  test.each(PAGES)("on %s, in light, in dark, and in large type of high contrast", async (path) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await open(path, { colorScheme });
      expect(await faults(page)).toEqual([]);
      await page.context().close();
    }
    const page = await openAsSet(path);
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });

  test("while an answer is waited for, when it failed, and in English", async () => {
    const page = await open("/");
    await page.route("**/api/chat", () => undefined);
    await page.locator(".composer textarea").fill("增速？");
    await page.keyboard.press("Enter");
    await page.locator(".stage").waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: "停止" }).click();
    await page.unroute("**/api/chat");
    await page.route("**/api/chat", (route) => route.abort());
    await page.getByRole("button", { name: "重试" }).click();
    await page.locator(".failed").waitFor();
    expect(await faults(page)).toEqual([]);
    await page.unroute("**/api/chat");
    await page.locator(".tools .more summary").click();
    await page.getByRole("button", { name: "English" }).click();
    await ask(page, "三地比较");
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });

  test.each(["light", "dark", "contrast", "large"])(
    "in the widget in each of its states, %s",
    async (theme) => {
      const page = await floating();
      const chat = page.locator("report-chat");
      await chat.evaluate((element, [name, value]) => element.setAttribute(name, value), attributeOf(theme));
      expect(await faults(page)).toEqual([]);
      await page.locator(".launcher").click();
      expect(await faults(page)).toEqual([]);
      for (const question of ["增速？", "三地比较", "走势", "哪一个？", "月球？", "模型写的？"])
        await ask(page, question);
      await page.locator(".turn:last-child .marker").click();
      await page.locator("summary").last().click();
      expect(await faults(page)).toEqual([]);
      for (const summary of [".coverage summary", ".tools .more summary"])
        await page.locator(summary).press("Enter");
      await page.locator(".answer-tools .more summary").last().press("Enter");
      expect(await faults(page)).toEqual([]);
      await page.getByRole("button", { name: "没用" }).last().click();
      await ask(page, "慢慢说", "asked");
      await page.getByRole("button", { name: "停止" }).click();
      expect(await faults(page)).toEqual([]);
      await page.context().close();
    },
  );
});

function attributeOf(theme: string): readonly [string, string] {
  if (theme === "contrast") return ["contrast", "high"];
  return theme === "large" ? ["type-size", "large"] : ["theme", theme];
}

describe("with the keyboard alone", () => {
  test("opens, asks, reads a source, goes back step by step with Escape", async () => {
    const page = await floating();
    await page.locator("a").first().focus();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toContain("launcher");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toContain("TEXTAREA");
    await page.keyboard.type("增速？");
    await page.keyboard.press("Enter");
    await page.locator(".answer").waitFor();
    for (let pressed = 0; pressed < 20 && !(await focused(page)).includes("marker"); pressed += 1) {
      await page.keyboard.press("Shift+Tab");
    }
    expect(await focused(page)).toContain("marker");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toContain("card");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toContain("查看原文");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toContain("marker");
    expect(await page.locator(".card").count()).toBe(0);
    await page.keyboard.press("Escape");
    expect(await focused(page)).toContain("launcher");
    expect(await page.locator(".panel").isVisible()).toBe(false);
    await page.context().close();
  });

  test("narrows the data, sorts it, turns the page over to a report and comes back", async () => {
    const page = await open("/indicators");
    await tabTo(page, "类型");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await tabTo(page, "查询");
    await page.keyboard.press("Enter");
    await page.waitForURL(/kind=/);
    const kind = new URL(page.url()).searchParams.get("kind");
    await tabTo(page, "年份，按升序排列");
    await page.keyboard.press("Enter");
    await page.waitForURL(/sort=year/);
    expect(new URL(page.url()).searchParams.get("kind")).toBe(kind);
    await tabTo(page, "原文");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/documents\/beichuan-2022/);
    expect(await page.locator("#cite").isVisible()).toBe(true);
    await page.goBack();
    expect(new URL(page.url()).searchParams.get("sort")).toBe("year");
    await page.context().close();
  });

  test("reaches and uses every tool of an answer", async () => {
    const page = await open("/");
    await ask(page, "三地比较");
    await page.locator(".composer textarea").focus();
    const reached = new Set<string>();
    for (let pressed = 0; pressed < 40; pressed += 1) {
      await page.keyboard.press("Shift+Tab");
      reached.add((await focused(page)).split(" ").at(-1) ?? "");
      if ((await focused(page)).includes("更多")) await page.keyboard.press("Enter");
    }
    for (const tool of ["复制", "复制表格", "分享", "更多", "有用", "没用"]) expect(reached).toContain(tool);
    await page.context().close();
  });

  test("is nowhere trapped: Tab goes through the open panel and out of it", async () => {
    const page = await floating();
    await page.locator(".launcher").click();
    const seen = new Set<string>();
    for (let pressed = 0; pressed < 16; pressed += 1) {
      await page.keyboard.press("Tab");
      seen.add(await focused(page));
    }
    expect([...seen].some((each) => each.startsWith("A"))).toBe(true);
    await page.context().close();
  });
});

describe("read out", () => {
  test("each whole sentence once, in order, politely, without markers", async () => {
    const page = await floating();
    await page.locator(".launcher").click();
    await page.evaluate(`(() => {
      window.said = [];
      const log = document.querySelector("report-chat").shadowRoot.querySelector("[role=log]");
      new MutationObserver((changes) => {
        for (const change of changes) for (const node of change.addedNodes) window.said.push(node.textContent);
      }).observe(log, { childList: true });
    })()`);
    expect(await page.locator("[role=log]").getAttribute("aria-live")).toBe("polite");
    await ask(page, "慢慢说");
    expect(await page.evaluate("window.said")).toEqual([
      "北川县2022年地区生产总值增长3.7%。",
      "预期目标是5.5%左右，实际低于目标。",
      "进口下降4.3%。",
      "以上数据见报告。",
      "回答完毕。",
    ]);
    await page.context().close();
  });

  test("a list and a table are heard as words, never as Markdown", async () => {
    const page = await floating();
    await page.locator(".launcher").click();
    await ask(page, "三地比较");
    expect(await page.locator("[role=log] p").allTextContents()).toEqual([
      "三地2022年地区生产总值增速，江北区最高。",
      "江北区 3.7%。",
      "大渡口区 1.2%。",
      "北川羌族自治县 -0.8%。",
      "回答完毕。",
    ]);
    expect(await page.locator(".answer .block table caption").first().textContent()).toBe("北川县：三地比较");
    const names = await page.locator(".marker").evaluateAll((all) => all.map((each) => each.ariaLabel));
    expect(new Set(names)).toEqual(new Set(["出处 1：北川县2022年国民经济计划执行情况报告"]));
    await page.context().close();
  });
});

/** Goes on by Tab until what is focused begins with the words. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await page.keyboard.press("Tab");
    const text = await page.evaluate("document.activeElement.textContent.trim()");
    if (String(text).startsWith(words)) return;
  }
  throw new Error(`Tab does not reach ${words}`);
}

describe("what a reader has chosen", () => {
  test("holds for the page around the conversation at once, and for every other page", async () => {
    const page = await open("/");
    const size = () => page.evaluate("Number.parseFloat(getComputedStyle(document.body).fontSize)");
    expect(await size()).toBe(16);
    await page.getByRole("button", { name: "大字" }).click();
    await page.getByRole("button", { name: "高对比" }).click();
    expect(await size()).toBe(20);
    await page.getByRole("link", { name: "指标数据" }).click();
    expect(await size()).toBe(20);
    expect(await page.evaluate("getComputedStyle(document.body).color")).toBe("rgb(0, 0, 0)");
    await page.context().close();
  });

  test("large type, contrast and language stay when the page is loaded again", async () => {
    const page = await open("/");
    await page.getByRole("button", { name: "大字" }).click();
    await page.getByRole("button", { name: "高对比" }).click();
    await page.locator(".tools .more summary").click();
    await page.getByRole("button", { name: "English" }).click();
    await page.reload();
    await page.getByRole("button", { name: "Large type", pressed: true }).waitFor();
    await page.getByRole("button", { name: "High contrast", pressed: true }).waitFor();
    expect(await page.locator(".root").getAttribute("class")).toContain("contrast large");
    await page.context().close();
  });

  test("in English every word of the interface is English", async () => {
    const page = await open("/");
    await page.locator(".tools .more summary").click();
    await page.getByRole("button", { name: "English" }).click();
    for (const question of ["三地比较", "模型写的？", "哪一个？"]) await ask(page, question);
    await page.locator(".marker").first().click();
    const chinese = await page.evaluate(`(() => {
      const root = document.querySelector("report-chat").shadowRoot;
      const told = [...root.querySelectorAll("button, summary, .small-title, .ai-notice, .authority, label, .feedback span, .told")];
      const own = told.filter((each) => !each.closest(".chips, [lang='zh-CN'] .chart, .card-title"));
      return own.map((each) => each.textContent).filter((text) => /\\p{Script=Han}/u.test(text));
    })()`);
    expect(chinese).toEqual(["中文"]);
    await page.context().close();
  });
});

describe("in little room", () => {
  test.each([
    ["320 px wide", { viewport: { width: 320, height: 640 } }],
    ["at 200 % zoom", { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
  ])("%s nothing is cut off sideways", async (_, options) => {
    for (const path of [
      "/",
      "/documents/beichuan-2022",
      "/indicators?indicator=地区生产总值增速",
      "/documents",
    ]) {
      const page = await open(path, options);
      expect(
        await page.evaluate("document.documentElement.scrollWidth - innerWidth"),
        path,
      ).toBeLessThanOrEqual(0);
      await page.context().close();
    }
    const page = await floating(options);
    await page.locator(".launcher").click();
    for (const question of ["三地比较", "走势"]) await ask(page, question);
    const scroll = page.locator(".scroll");
    expect(await scroll.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await page.locator(".send").isVisible()).toBe(true);
    expect(await page.locator(".close").isVisible()).toBe(true);
    await page.context().close();
  });
});

/** The focused element, looked for in the shadow too. */
async function focused(page: Page): Promise<string> {
  const outline = await page.evaluate(`(() => {
    const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return inner.tagName + " " + inner.className + " " + inner.textContent.slice(0, 40);
  })()`);
  return String(outline);
}
