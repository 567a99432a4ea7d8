import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type OpenedCorpus, openCorpus } from "../answers/open-corpus.ts";
import { ask, launch } from "./chromium.ts";
import { type Site, startHostPage, startSite } from "./site.ts";

let browser: Browser;
let corpus: OpenedCorpus;
let site: Site;

beforeAll(async () => {
  [browser, corpus] = await Promise.all([launch(), openCorpus()]);
  const { library } = corpus;
  // Each question stands alone: the conversation before it is left out.
  site = await startSite({}, 0, {
    library,
    ask: (request, signal) => corpus.ask({ messages: request.messages.slice(-1) }, signal),
  });
}, 240_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
  await corpus.close();
});

const questionSchema = z.object({ category: z.string(), turns: z.array(z.string()).min(1) });

/** Questions of every kind, evenly taken from the project's own sets: `each` of a kind. */
function questionsOfAllKinds(each: number): string[] {
  const lines = ["project-dev.jsonl", "project-dev-2.jsonl", "project-dev-6.jsonl"].flatMap((name) =>
    readFileSync(new URL(`../../evals/${name}`, import.meta.url), "utf8")
      .split("\n")
      .filter(Boolean),
  );
  const kinds = new Map<string, string[]>();
  for (const { category, turns } of lines.map((line) => questionSchema.parse(JSON.parse(line)))) {
    kinds.set(category, [...(kinds.get(category) ?? []), turns[0] ?? ""]);
  }
  return [...kinds.values()].flatMap((all) =>
    all.filter((_, at) => at % Math.ceil(all.length / each) === 0).slice(0, each),
  );
}

/** Every figure of every answer that is broken over two lines, out of its column, or hidden; every part that sticks out. */
const CUT = `(() => {
  const root = document.querySelector("report-chat").shadowRoot;
  const column = root.querySelector(".turns").getBoundingClientRect();
  const out = [];
  const sticksOut = ({ left, right }) => right > column.right + 1 || left < column.left - 1;
  for (const each of root.querySelectorAll(".turn *")) {
    if (each.closest(".unseen") || (each instanceof SVGElement && each.tagName !== "svg")) continue;
    if (each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX !== "visible") {
      if (!each.closest("thead")) out.push("scrolls sideways: " + each.className + " " + each.textContent.slice(0, 40));
    }
    if (each.getClientRects().length > 0 && sticksOut(each.getBoundingClientRect()) && !each.closest("thead"))
      out.push("sticks out: " + each.tagName + " " + each.className + " " + each.textContent.slice(0, 40));
  }
  for (const letters of root.querySelectorAll(".turn svg text")) {
    const [own, drawing] = [letters.getBoundingClientRect(), letters.ownerSVGElement.getBoundingClientRect()];
    if (own.right > drawing.right + 1 || own.left < drawing.left - 1) out.push("cut in a chart: " + letters.textContent);
  }
  let figures = 0;
  for (const block of root.querySelectorAll(".block")) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(".unseen, thead")) continue;
      for (const found of node.data.matchAll(/\\d[\\d,.]*\\d|\\d/g)) {
        const range = new Range();
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
        figures += 1;
        const what = found[0] + " in " + node.data.slice(0, 30);
        if (rects.length === 0) out.push("not on screen: " + what);
        if (new Set(rects.map(({ top }) => Math.round(top))).size > 1) out.push("broken: " + what);
        if (rects.some(sticksOut)) out.push("cut: " + what);
      }
    }
  }
  return { out, figures };
})()`;

const measuredSchema = z.object({ out: z.array(z.string()), figures: z.number() });

/** Letters of the charts under `root` that are smaller than 12 px or out of the chart's frame. */
function lettersOf(page: Page, root: string): Promise<unknown> {
  return page.evaluate(`(() => {
    const letters = [...${root}.querySelectorAll(".chart text, .bars .name")];
    if (letters.length === 0) return "no chart";
    const isCut = (each) => {
      const [own, frame] = [each.getBoundingClientRect(), each.closest(".chart").getBoundingClientRect()];
      return own.height < 12 || own.right > frame.right || own.left < frame.left;
    };
    return { cut: letters.filter(isCut).map((each) => each.textContent) };
  })()`);
}

async function phone(path: string, width: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 640 },
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.goto(path.startsWith("http") ? path : `${site.at}${path}`);
  return page;
}

describe("on a phone", () => {
  test("every figure of sixty answers of all kinds is on screen, whole and in its column", async () => {
    const page = await phone("/", 320);
    const questions = questionsOfAllKinds(6);
    expect(questions.length).toBeGreaterThanOrEqual(60);
    for (const question of questions) await ask(page, question);
    expect(await page.locator(".turn table").count()).toBeGreaterThan(3);
    for (const [width, typeSize] of [
      [320, ""],
      [375, ""],
      [320, "large"],
    ] as const) {
      await page.setViewportSize({ width, height: 640 });
      await page
        .locator("report-chat")
        .evaluate((chat, size) => chat.setAttribute("type-size", size), typeSize);
      for (const summary of await page.locator(".turn summary").all()) await summary.press("Enter");
      await page.waitForTimeout(200);
      const { out, figures } = measuredSchema.parse(await page.evaluate(CUT));
      expect(out, `${width} ${typeSize}`).toEqual([]);
      expect(figures).toBeGreaterThan(200);
    }
    await page.context().close();
  }, 240_000);

  test("the page scrolls, nothing scrolls inside it, and the question box stays in reach", async () => {
    const page = await phone("/", 375);
    for (const question of ["比较江北区和大渡口区2022年GDP增速", "江北区2022年没完成的指标有哪些？"])
      await ask(page, question);
    const inner = `getComputedStyle(document.querySelector("report-chat").shadowRoot.querySelector(".scroll")).overflowY`;
    expect(await page.evaluate(inner)).toBe("visible");
    for (const top of [0, 300]) {
      await page.evaluate(`scrollTo(0, ${top})`);
      if (top > 0) expect(await page.locator(".composer textarea").isVisible()).toBe(true);
    }
    const box = await page.locator(".composer").boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(641);
    await page.context().close();
  });

  test("the open panel is the whole screen: the page behind is out of reach until Escape closes it", async () => {
    const host = await startHostPage(
      `<main><h1>某区</h1><a href="#x">链接</a></main><script type="module" src="${site.at}/widget.js"></script><report-chat endpoint="${site.at}"></report-chat>`,
    );
    const page = await phone(host.at, 375);
    await page.locator(".launcher").click();
    expect(await page.locator(".panel").boundingBox()).toMatchObject({ x: 0, y: 0, width: 375, height: 640 });
    expect(await page.locator("main").getAttribute("inert")).toBe("");
    expect(await page.locator(".panel").getAttribute("aria-modal")).toBe("true");
    await page.evaluate("document.activeElement.blur()");
    await page.keyboard.press("Escape");
    expect(await page.locator(".panel").isVisible()).toBe(false);
    expect(await page.locator("main").getAttribute("inert")).toBeNull();
    await page.context().close();
    await host.stop();
  });

  test("a wide table of a report says that it scrolls and keeps the names of its rows in view", async () => {
    const wide = corpus.library
      .documents()
      .map(({ id }) => corpus.library.document(id))
      .find((document) => document?.tables.some((table) => table.columns.length >= 5));
    const page = await phone(`/documents/${wide?.id}`, 320);
    const table = page.locator(".table-scroll.wide").first();
    expect(await page.locator(".scroll-cue").first().isVisible()).toBe(true);
    const name = table.locator("tbody th").first();
    const before = await name.boundingBox();
    await table.evaluate((element) => {
      element.scrollLeft = 200;
    });
    const after = await name.boundingBox();
    expect(after?.x).toBeCloseTo(Math.min(before?.x ?? 0, after?.x ?? 0), 0);
    expect((after?.x ?? -1) >= 0).toBe(true);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  test("the data page folds its filters away and shows each row's figure on a card", async () => {
    const page = await phone("/indicators", 320);
    const first = page.locator(".indicators tbody tr").first();
    await expect.poll(() => first.locator(".printed").isVisible()).toBe(true);
    const box = await first.boundingBox();
    expect(box?.y).toBeLessThan(640);
    expect(await page.getByRole("button", { name: "查询" }).isVisible()).toBe(false);
    await page.getByText("筛选", { exact: true }).click();
    expect(await page.getByRole("button", { name: "查询" }).isVisible()).toBe(true);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  test("the letters of a chart are of readable size and whole, in an answer and on the data page", async () => {
    const page = await phone("/", 320);
    await ask(page, "江北区和大渡口区2022年地区生产总值增速哪个高？");
    expect(await lettersOf(page, `document.querySelector("report-chat").shadowRoot`)).toEqual({ cut: [] });
    for (const query of ["indicator=地区生产总值增速", "indicator=地区生产总值增速&region=江北区"]) {
      await page.goto(`${site.at}/indicators?${query}`);
      expect(await lettersOf(page, "document")).toEqual({ cut: [] });
    }
    await page.context().close();
  });

  test("what is pressed is 44 px high", async () => {
    const page = await phone("/", 320);
    await ask(page, "江北区2022年GDP增速是多少？");
    await page.locator(".marker").first().click();
    const low = await page.evaluate(`(() => {
      const root = document.querySelector("report-chat").shadowRoot;
      return [...root.querySelectorAll("button:not(.marker), summary, .card a, .sources a, textarea")]
        .filter((each) => each.getClientRects().length > 0 && each.getBoundingClientRect().height < 43.5)
        .map((each) => each.className + " " + each.textContent);
    })()`);
    expect(low).toEqual([]);
    await page.context().close();
  });
});
