import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ask, complaintsOf, launch } from "./chromium.ts";
import { type Site, startDyingServer, startHostPage, startSite } from "./site.ts";

let browser: Browser;
let site: Site;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launch();
  site = await startSite();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});
beforeEach(async () => {
  const context = await browser.newContext();
  page = await context.newPage();
  complaints = complaintsOf(page);
  await page.goto(site.at);
});
afterEach(() => page.context().close());

describe("a conversation", () => {
  test("asks, streams, cites, and opens the report at the marked words", async () => {
    await ask(page, "北川县2022年GDP增速？");
    await expectText(".block", "北川县2022年地区生产总值增长3.7%。[1]");
    await page.locator(".marker").first().click();
    await expectText(".card blockquote", "全年地区生产总值增长3.7%。");
    await expectText(".card-path", "一、上年完成情况");
    const [viewer] = await Promise.all([page.waitForEvent("popup"), page.locator(".card a").click()]);
    await viewer.waitForLoadState();
    expect(await viewer.locator("#cite").textContent()).toBe("全年地区生产总值增长3.7%。");
    expect(await viewer.locator("#cite").isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test("shows the answer growing before it is complete", async () => {
    await ask(page, "慢慢说", "asked");
    await page.locator(".stage", { hasText: "正在整理回答" }).waitFor();
    await page.locator(".draft", { hasText: "北川县" }).waitFor();
    expect(await page.locator(".answer").count()).toBe(0);
    await page.locator(".answer").waitFor();
  });

  test("sends the conversation with a follow-up and keeps it when the page is loaded again", async () => {
    await ask(page, "北川县2022年GDP增速？");
    const [request] = await Promise.all([page.waitForRequest("**/api/chat"), ask(page, "那进口呢？")]);
    const { messages } = request.postDataJSON();
    expect(messages.map((message: { role: string }) => message.role)).toEqual(["user", "assistant", "user"]);
    await page.reload();
    expect(await page.locator(".turn").count()).toBe(2);
    await page.getByRole("button", { name: "新对话" }).click();
    await page.reload();
    expect(await page.locator(".turn").count()).toBe(0);
  });

  test("stops when told to, keeps what was said, and can try again", async () => {
    await ask(page, "慢慢说", "asked");
    await page.getByRole("button", { name: "停止" }).click();
    await expectText(".ending", "已停止。");
    await page.getByRole("button", { name: "重试" }).click();
    await page.locator(".answer").waitFor();
    expect(await page.locator(".turn").count()).toBe(1);
  });

  test("offers readings and asks the one that is pressed", async () => {
    await ask(page, "哪一个？");
    await page.getByRole("button", { name: "北川县2022年进口额是多少？" }).click();
    await page.locator(".turn").nth(1).locator(".answer").waitFor();
    await expectText(".turn:nth-child(2) .question", "您问：北川县2022年进口额是多少？");
  });

  test("survives the server's death in mid-answer: says so, and answers when it is back", async () => {
    const fragile = await startSite();
    await page.goto(fragile.at);
    await ask(page, "慢慢说", "asked");
    await fragile.stop();
    await page.getByRole("button", { name: "重试" }).click();
    await page.locator(".failed .ending", { hasText: "连接中断" }).waitFor();
    const again = await startSite({}, fragile.port);
    await page.getByRole("button", { name: "重试" }).click();
    await page.locator(".answer").waitFor();
    await again.stop();
  });

  test("an answer that was cut off by force is told from a finished one", async () => {
    await page.route("**/api/chat", (route) =>
      route.fulfill({ contentType: "text/event-stream", body: 'event: delta\ndata: {"text":"北川县"}\n\n' }),
    );
    await page.locator(".composer textarea").fill("x");
    await page.keyboard.press("Enter");
    await expectText(".failed .draft", "北川县");
    expect(await page.locator(".answer").count()).toBe(0);
  });

  test("a connection that breaks in mid-sentence keeps what came and offers to try again", async () => {
    const dying = await startDyingServer();
    const host = await startHostPage(
      `<script type="module" src="${site.at}/widget.js"></script><report-chat inline endpoint="${dying.at}"></report-chat>`,
    );
    await page.goto(host.at);
    await page.locator(".composer textarea").fill("增速？");
    await page.keyboard.press("Enter");
    await expectText(".failed .draft", "北川县2022年");
    expect(await page.getByRole("button", { name: "重试" }).isVisible()).toBe(true);
    await dying.stop();
    await host.stop();
  });

  test("tells when too much was asked, and when to come back", async () => {
    const strict = await startSite({ rateLimit: { perMinute: 1, burst: 1 } });
    await page.goto(strict.at);
    await ask(page, "一");
    await page.locator(".composer textarea").fill("二");
    await page.keyboard.press("Enter");
    await page.locator(".failed .ending", { hasText: /请求过于频繁.*请在 \d+ 秒后重试/ }).waitFor();
    await strict.stop();
  });

  test("does not send while an input method is composing", async () => {
    await page.locator(".composer textarea").fill("bei chuan");
    await page
      .locator(".composer textarea")
      .dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
    expect(await page.locator(".turn").count()).toBe(0);
  });
});

describe("the view", () => {
  test("follows the answer, and stays where the reader scrolls to", async () => {
    for (const question of ["走势", "比较"]) await ask(page, question);
    await ask(page, "慢慢说", "asked");
    await expect.poll(() => isInView(page, ".stage")).toBe(true);
    await page.locator(".scroll").evaluate((element) => {
      element.scrollTop = 0;
    });
    await page.locator(".turn").nth(2).locator(".answer").waitFor();
    expect(await page.locator(".scroll").evaluate((element) => element.scrollTop)).toBe(0);
  });
});

describe("the public", () => {
  test("sees a notice when a model wrote the answer, also in what is copied; none otherwise", async () => {
    await ask(page, "增速？");
    expect(await page.locator(".ai-notice").count()).toBe(0);
    await ask(page, "模型写的？");
    await expectText(".ai-notice", "本回答由人工智能生成，请以报告原文为准。");
    const copied = await page.evaluate(`(() => {
      const answers = document.querySelector("report-chat").shadowRoot.querySelectorAll(".answer");
      const block = [...answers].at(-1).querySelector(".block");
      getSelection().selectAllChildren(block);
      const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true });
      block.dispatchEvent(event);
      return event.clipboardData.getData("text/plain");
    })()`);
    expect(copied).toContain("地区生产总值增长3.7%");
    expect(copied).toContain("由人工智能生成");
  });

  test("says useful or not, with a comment if they like", async () => {
    await ask(page, "增速？");
    await page.getByRole("button", { name: "没用" }).click();
    await page.locator(".feedback textarea").fill("数字不对");
    await page.getByRole("button", { name: "提交" }).click();
    await expectText(".feedback [role=status]", "谢谢您的反馈。");
    expect(site.feedback.at(-1)).toMatchObject({ verdict: "not_useful", comment: "数字不对" });
  });

  test("the page hears what happens", async () => {
    await page.evaluate(`window.heard = [];
      for (const name of ["ask", "answer", "citation", "feedback", "error"])
        document.addEventListener("report-chat:" + name, () => window.heard.push(name));`);
    await ask(page, "增速？");
    await page.locator(".marker").first().click();
    await page.getByRole("button", { name: "有用", exact: true }).click();
    expect(await page.evaluate("window.heard")).toEqual(["ask", "answer", "citation", "feedback"]);
  });
});

function isInView(page: Page, selector: string): Promise<unknown> {
  return page.evaluate(`(() => {
    const root = document.querySelector("report-chat").shadowRoot;
    const target = root.querySelector("${selector}").getBoundingClientRect();
    return target.bottom <= root.querySelector(".scroll").getBoundingClientRect().bottom;
  })()`);
}

async function expectText(selector: string, text: string): Promise<void> {
  const target = page.locator(`report-chat ${selector}`).first();
  await target.waitFor();
  expect(await target.textContent()).toBe(text);
}
