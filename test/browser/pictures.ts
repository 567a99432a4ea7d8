import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { type OpenedCorpus, openCorpus } from "../answers/open-corpus.ts";
import { ask, launch } from "./chromium.ts";
import { startHostPage, startSite } from "./site.ts";

/**
 * `npm run pictures -- [--out DIR] [--only 320-dark]`: what a citizen and an official see, as PNG files to look at: each state
 * at the widths of two phones, a tablet and a desk, in light, dark, high contrast and large type, over the shipped reports.
 */
const { values } = parseArgs({
  options: { out: { type: "string", default: "pictures" }, only: { type: "string" } },
});

const WIDTHS = [320, 375, 768, 1280];

/** How a reader has set the browser and the widget. */
const MODES = {
  light: {},
  dark: { colorScheme: "dark" },
  contrast: { contrast: "more" },
  large: {},
} as const;
type Mode = keyof typeof MODES;

interface State {
  readonly name: string;
  /** Brings a fresh page into the state. */
  readonly enter: (page: Page) => Promise<unknown>;
}

const WIDE_TABLE = "江北区2022年没完成的指标有哪些？";
const COMPARISON = "江北区和大渡口区2022年地区生产总值增速哪个高？";

async function type(page: Page, question: string): Promise<void> {
  await page.locator("report-chat .composer textarea").fill(question);
  await page.keyboard.press("Enter");
  await page.locator("report-chat .turn").waitFor();
}

async function asked(page: Page, at: string, questions: readonly string[]): Promise<void> {
  await page.goto(at);
  for (const question of questions) await ask(page, question);
}

function statesAt(at: string, host: string, viewer: string): State[] {
  const answer =
    (...questions: string[]) =>
    (page: Page) =>
      asked(page, at, questions);
  const go = (path: string) => (page: Page) => page.goto(`${at}${path}`);
  return [
    { name: "01-home", enter: go("") },
    { name: "02-figure", enter: answer("江北区2022年GDP增速是多少？") },
    { name: "03-comparison", enter: answer(COMPARISON) },
    { name: "04-list", enter: answer(WIDE_TABLE) },
    { name: "05-series", enter: answer("江北区2020年到2022年地区生产总值有什么变化？") },
    { name: "06-why", enter: answer("江北区2022年为什么进出口没有完成目标？") },
    { name: "07-refused", enter: answer("渝中区2022年GDP是多少？") },
    { name: "08-clarify", enter: answer("增速是多少？") },
    {
      name: "09-source",
      enter: async (page) => {
        await asked(page, at, ["江北区2022年GDP增速是多少？"]);
        await page.locator(".marker").first().click();
      },
    },
    {
      name: "10-waiting",
      enter: async (page) => {
        await page.route("**/api/chat", () => undefined);
        await page.goto(at);
        await type(page, "江北区2022年的养老服务做了什么？");
      },
    },
    {
      name: "11-failed",
      enter: async (page) => {
        await page.route("**/api/chat", (route) => route.abort());
        await page.goto(at);
        await type(page, "江北区2022年的养老服务做了什么？");
        await page.locator(".failed").waitFor();
      },
    },
    {
      name: "12-coverage",
      enter: async (page) => {
        await page.goto(at);
        await page.locator(".coverage summary").click();
        await page.locator(".coverage-content li").first().waitFor();
      },
    },
    {
      name: "13-on-a-site",
      enter: async (page) => {
        await page.goto(host);
        await page.locator(".launcher").click();
      },
    },
    { name: "14-data", enter: go("/indicators") },
    { name: "15-data-charts", enter: go("/indicators?indicator=地区生产总值增速") },
    { name: "15b-data-series", enter: go("/indicators?region=江北区&indicator=地区生产总值增速") },
    { name: "16-data-empty", enter: go("/indicators?region=无此地") },
    { name: "17-documents", enter: go("/documents") },
    { name: "18-viewer", enter: go(viewer) },
    { name: "19-not-found", enter: go("/documents/none") },
    {
      name: "20-english",
      enter: async (page) => {
        await page.goto(at);
        await page.locator(".tools .more summary").click();
        await page.getByRole("button", { name: "English" }).click();
        await ask(page, COMPARISON);
      },
    },
  ];
}

async function take(browser: Browser, state: State, width: number, mode: Mode): Promise<void> {
  const context = await browser.newContext({
    ...MODES[mode],
    viewport: { width, height: width < 600 ? 640 : 900 },
    isMobile: width < 600,
    hasTouch: width < 600,
  });
  const chosen = JSON.stringify({ large: mode === "large", contrast: mode === "contrast", language: null });
  await context.addInitScript(`localStorage.setItem("report-chat:reader", ${JSON.stringify(chosen)})`);
  const page = await context.newPage();
  try {
    await state.enter(page);
    await page.waitForTimeout(150);
    await page.screenshot({ path: join(values.out, `${state.name}-${width}-${mode}.png`) });
  } finally {
    await context.close();
  }
}

/** The page of a report's table, at a row that an answer cites. */
async function citedPlace({ answer }: OpenedCorpus): Promise<string> {
  const { citations } = await answer("江北区2022年GDP增速是多少？");
  return citations[0]?.url ?? "/documents";
}

const [browser, corpus] = await Promise.all([launch(), openCorpus()]);
const site = await startSite({}, 0, { library: corpus.library, ask: corpus.ask });
const host = await startHostPage(
  `<main><h1>某区人民政府</h1><p>欢迎访问。</p></main><script type="module" src="${site.at}/widget.js"></script><report-chat endpoint="${site.at}" examples="江北区2022年GDP增速是多少？"></report-chat>`,
);
try {
  mkdirSync(values.out, { recursive: true });
  const states = statesAt(site.at, host.at, await citedPlace(corpus));
  for (const mode of ["light", "dark", "contrast", "large"] as const)
    for (const width of WIDTHS) {
      if (values.only !== undefined && values.only !== `${width}-${mode}`) continue;
      for (const state of states) await take(browser, state, width, mode);
    }
  process.stdout.write(`${values.out}\n`);
} finally {
  await browser.close();
  await Promise.all([host.stop(), site.stop(), corpus.close()]);
}
