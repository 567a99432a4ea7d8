import { createServer } from "node:http";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { embedSnippet } from "#serve/pages/home-page.ts";
import { ask, complaintsOf, launch } from "./chromium.ts";
import { type HostPage, type Site, startHostPage, startSite } from "./site.ts";

let browser: Browser;
let site: Site;
const hosts: HostPage[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await Promise.all(hosts.map((host) => host.stop()));
});

/** A page of another origin that embeds the widget of a server that allows it. */
async function embed(body: (at: string) => string, policy: (at: string) => string | null = () => null) {
  const allowedOrigins: string[] = [];
  site = await startSite({ allowedOrigins });
  const host = await startHostPage(body(site.at), policy(site.at));
  hosts.push(host);
  allowedOrigins.push(host.at);
  const page = await (await browser.newContext()).newPage();
  const complaints = complaintsOf(page);
  await page.goto(host.at);
  return { page, complaints, close: () => Promise.all([page.context().close(), site.stop()]) };
}

const script = (at: string) => `<script type="module" src="${at}/widget.js"></script>`;
const inline = (at: string) => `<report-chat inline endpoint="${at}"></report-chat>`;

describe("a hostile page", () => {
  test("with a strict policy and Trusted Types sees no violation", async () => {
    const { page, complaints, close } = await embed(
      (at) => script(at) + inline(at),
      (at) =>
        `default-src 'none'; script-src 'self' ${at}; style-src 'self'; connect-src ${at}; require-trusted-types-for 'script'; trusted-types 'none'`,
    );
    for (const question of ["增速？", "三地比较", "走势", "恶意"]) await ask(page, question);
    await page.locator(".marker").first().click();
    expect(await styleOf(page, ".block p")).toMatchObject({ fontSize: "16px" });
    expect(complaints).toEqual([]);
    await close();
  });

  test("fetches one file, and nothing more until something is asked", async () => {
    const { page, close } = await embed(
      (at) => `${script(at)}<report-chat endpoint="${at}" examples="增速？"></report-chat>`,
    );
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.reload({ waitUntil: "networkidle" });
    await page.locator(".launcher").click();
    await page.locator(".composer textarea").fill("增速？");
    expect(asked.filter((path) => path !== "/" && path !== "/favicon.ico")).toEqual(["/widget.js"]);
    await ask(page, "增速？");
    expect(asked.at(-1)).toBe("/api/chat");
    await close();
  });

  test("loads as ever while the server of the widget hangs", async () => {
    const hung = createServer(() => {});
    await new Promise<void>((resolve) => hung.listen(0, "127.0.0.1", resolve));
    const address = hung.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const host = await startHostPage(`<h1>某区</h1>${embedSnippet(`http://127.0.0.1:${port}`)}`);
    hosts.push(host);
    const page = await (await browser.newContext()).newPage();
    await page.goto(host.at, { waitUntil: "load" });
    expect(await page.locator("h1").innerText()).toBe("某区");
    await page.context().close();
    hung.closeAllConnections();
    await new Promise((resolve) => hung.close(resolve));
  });

  test("that unsets every style changes nothing inside", async () => {
    const style = `<style>* { all: unset !important } *::before { content: "x" !important }</style>`;
    const { page, close } = await embed(
      (at) => `${style}${script(at)}<report-chat endpoint="${at}"></report-chat>`,
    );
    await page.locator(".launcher").click();
    await ask(page, "增速？");
    const looks = { display: "flex", position: "fixed", backgroundColor: "rgb(255, 255, 255)" };
    expect(await styleOf(page, ".panel")).toMatchObject(looks);
    await close();
  });

  test("of an origin that is not allowed gets no answer, and the reader is told", async () => {
    const { page, close } = await embed((at) => script(at) + inline(at));
    const stranger = await startHostPage(script(site.at) + inline(site.at));
    hosts.push(stranger);
    await page.goto(stranger.at);
    await page.locator(".composer textarea").fill("增速？");
    await page.keyboard.press("Enter");
    await page.locator(".failed .ending").waitFor();
    expect(await page.locator(".answer").count()).toBe(0);
    await close();
  });

  test("may hold two widgets, each with its own conversation, and load the script twice", async () => {
    const twice = (at: string) => `${script(at)}<script type="module" src="${at}/widget.js?again"></script>`;
    const { page, complaints, close } = await embed((at) => twice(at) + inline(at) + inline(at));
    const second = page.locator("report-chat").nth(1);
    await second.locator("textarea").fill("增速？");
    await page.keyboard.press("Enter");
    await second.locator(".answer").waitFor();
    expect(await page.locator("report-chat").first().locator(".turn").count()).toBe(0);
    await page.reload();
    expect(await second.locator(".turn").count()).toBe(1);
    expect(await page.locator("report-chat").first().locator(".turn").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("a hostile answer", () => {
  test("runs nothing, links nowhere, overflows nothing, hides nothing", async () => {
    const { page, complaints, close } = await embed((at) => script(at) + inline(at));
    await ask(page, "恶意");
    await page.locator(".marker").first().click();
    await page.locator(".chip").first().hover();
    expect(await page.evaluate("window.hacked")).toBeUndefined();
    expect(await hrefs(page)).toEqual([]);
    expect(await page.locator(".answer img, .answer script").count()).toBe(0);
    expect(await page.locator(".answer").textContent()).toContain("<script>window.hacked=1</script>");
    expect(await page.locator(".answer").textContent()).not.toMatch(/[\u202a-\u202e]/);
    const overflow = await page
      .locator(".scroll")
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await ask(page, "接着问");
    await close();
  });
});

function hrefs(page: Page): Promise<(string | null)[]> {
  return page.locator(".answer a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
}

function styleOf(page: Page, selector: string): Promise<unknown> {
  return page.evaluate(`(() => {
    const target = document.querySelector("report-chat").shadowRoot.querySelector("${selector}");
    const { display, position, backgroundColor, fontSize } = getComputedStyle(target);
    return { display, position, backgroundColor, fontSize };
  })()`);
}
