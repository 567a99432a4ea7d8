import { readFile } from "node:fs/promises";
import JSZip from "jszip";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ask, complaintsOf, launch } from "./chromium.ts";
import { type Site, startSite } from "./site.ts";

let browser: Browser;
let site: Site;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), startSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});
beforeEach(async () => {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  page = await context.newPage();
  complaints = complaintsOf(page);
  await page.goto(site.at);
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
});

/** The words of each part of a Word file that holds any. */
async function wordsIn(download: Promise<Download>): Promise<string> {
  const parts = await JSZip.loadAsync(await readFile(await (await download).path()));
  expect(Object.keys(parts.files)).toEqual(["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
  return String(await parts.file("word/document.xml")?.async("string"));
}

const press = (name: string) => page.getByRole("button", { name, exact: true }).last().click();

async function clipboard(type: string): Promise<string> {
  await page.locator(".told", { hasText: "已复制" }).last().waitFor();
  const script = `navigator.clipboard.read().then(([item]) => item.getType("${type}")).then((blob) => blob.text())`;
  return String(await page.evaluate(script));
}

async function file(download: Promise<Download>): Promise<{ name: string; text: string }> {
  const saved = await download;
  return { name: saved.suggestedFilename(), text: await readFile(await saved.path(), "utf8") };
}

describe("an answer is taken away", () => {
  test("as plain text with its sources", async () => {
    await ask(page, "增速？");
    await press("复制");
    expect(await clipboard("text/plain")).toBe(
      [
        "北川县2022年地区生产总值增长3.7%。[1]",
        "出处",
        "[1] 北川县2022年国民经济计划执行情况报告 › 一、上年完成情况",
        "数据与文字均摘自公开报告，以报告原文为准。",
      ].join("\n"),
    );
  });

  test("as a table that spreadsheets and word processors paste, with its sources", async () => {
    await ask(page, "三地比较");
    await press("复制表格");
    const html = await clipboard("text/html");
    expect(html).toContain("<th>地区</th><th>实际</th><th>目标</th>");
    expect(html).toContain("<td>江北区</td><td>3.7%</td><td>5%左右</td>");
    expect(html).toContain("北川县2022年国民经济计划执行情况报告");
    const text = await clipboard("text/plain");
    expect(text.split("\n").slice(0, 2)).toEqual(["地区\t实际\t目标", "江北区\t3.7%\t5%左右"]);
  });

  test("with the label of a model's words", async () => {
    await ask(page, "模型写的？");
    await press("复制");
    expect(await clipboard("text/plain")).toContain("以上内容由人工智能生成");
  });

  test("as Markdown and as CSV", async () => {
    await ask(page, "三地比较");
    await page.locator(".answer-tools .more summary").click();
    const markdown = file(page.waitForEvent("download"));
    await press("导出 Markdown");
    expect((await markdown).name).toBe("三地比较.md");
    expect((await markdown).text).toContain("| 江北区 | 3.7%[1] | 5%左右 |");
    const csv = file(page.waitForEvent("download"));
    await press("导出 CSV");
    expect((await csv).text).toMatch(/^\ufeff地区,实际,目标\r\n江北区,3.7%,5%左右\r\n/);
  });

  test("as a link that answers without scripts", async () => {
    await ask(page, "增速？");
    await press("分享");
    await page.locator(".told", { hasText: "链接已复制" }).waitFor();
    const link = new URL(String(await page.evaluate("navigator.clipboard.readText()")));
    expect(link.searchParams.get("q")).toBe("北川县：增速？");
    expect(await (await fetch(link)).text()).toContain("地区生产总值增长3.7%");
  });

  test("where no clipboard is given, by the old way", async () => {
    await page.evaluate(`Object.defineProperty(navigator, "clipboard", { value: undefined });
      addEventListener("copy", (event) => (window.gone = true));`);
    await ask(page, "增速？");
    await press("复制");
    await page.locator(".told", { hasText: "已复制" }).waitFor();
  });
});

describe("a Word file", () => {
  test("holds the question, the words, the table and the sources", async () => {
    await ask(page, "三地比较");
    await page.locator(".answer-tools .more summary").click();
    const download = page.waitForEvent("download");
    await press("导出 Word");
    expect((await download).suggestedFilename()).toBe("三地比较.docx");
    const words = await wordsIn(download);
    for (const each of ["三地比较", "<w:tbl>", "江北区", "-0.8%", "出处", "以报告原文为准"])
      expect(words).toContain(each);
  });
});

describe("an answer is asked again", () => {
  test("as it was, or changed", async () => {
    await ask(page, "增速？");
    await page.locator(".answer-tools .more summary").click();
    await press("修改问题");
    expect(await page.locator(".composer textarea").inputValue()).toBe("增速？");
    await press("重新提问");
    await page.locator(".turn").nth(1).locator(".answer").waitFor();
  });

  test("aloud, sentence by sentence, where the browser has a voice", async () => {
    await page.evaluate(`window.said = []; window.SpeechSynthesisUtterance = class extends EventTarget {
        constructor(text) { super(); this.text = text; }
      };
      speechSynthesis.speak = (utterance) => said.push(utterance.text + "/" + utterance.lang);`);
    await ask(page, "慢慢说");
    await press("朗读");
    expect(await page.evaluate("said[1]")).toBe("预期目标是5.5%左右，实际低于目标。/zh-CN");
    await press("停止朗读");
    expect(await page.getByRole("button", { name: "朗读", exact: true }).isVisible()).toBe(true);
  });
});

test("a question is spoken where the site offers it and the browser hears, and is read over before it is asked", async () => {
  await page.evaluate(`window.SpeechRecognition = class extends EventTarget {
      start() {
        const event = new Event("result");
        event.results = [[{ transcript: "江北区增速" }]];
        this.dispatchEvent(event);
      }
      stop() { this.dispatchEvent(new Event("end")); }
    };`);
  expect(await page.getByRole("button", { name: "语音", exact: true }).count()).toBe(0);
  await page.evaluate(`document.querySelector("report-chat").setAttribute("voice", "")`);
  await press("语音");
  expect(await page.locator(".composer textarea").inputValue()).toBe("江北区增速");
  expect(await page.locator(".turn").count()).toBe(0);
  await press("停止语音");
  expect(await page.getByRole("button", { name: "语音", exact: true }).isVisible()).toBe(true);
});

describe("a conversation", () => {
  test("is printed whole, without the page around it", async () => {
    await page.addInitScript("window.print = () => {}");
    await page.reload();
    for (const question of ["三地比较", "走势", "增速？"]) await ask(page, question);
    await page.locator(".tools .more summary").click();
    await press("打印对话");
    const text = await pdfText(await page.pdf());
    for (const words of ["三地比较", "江北区", "7.1%", "以报告原文为准"]) expect(text).toContain(words);
    expect(text).not.toContain("嵌入到您的网站");
    expect(text).not.toContain("请输入问题");
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator("[data-report-chat-unprinted]").count()).toBe(0);
  });

  test("is saved as one file", async () => {
    for (const question of ["增速？", "走势"]) await ask(page, question);
    await page.locator(".tools .more summary").click();
    const saved = file(page.waitForEvent("download"));
    await press("导出对话");
    expect((await saved).text.match(/^## .*$/gm)).toEqual(["## 增速？", "## 走势"]);
  });

  test("that was left is taken up again, also after the page is loaded anew", async () => {
    for (const question of ["增速？", "走势"]) await ask(page, question);
    await press("新对话");
    expect(await page.locator(".turn").count()).toBe(0);
    await page.reload();
    await press("恢复上一个对话");
    expect(await page.locator(".turn .question").allTextContents()).toEqual(["您问：增速？", "您问：走势"]);
  });
});

async function pdfText(bytes: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), isEvalSupported: false }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => (await pdf.getPage(at + 1)).getTextContent()),
  );
  return pages
    .flatMap(({ items }) => items.map((item) => ("str" in item ? item.str : "")))
    .join("")
    .normalize("NFKC");
}
