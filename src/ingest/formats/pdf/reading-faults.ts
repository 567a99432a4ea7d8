import type { FileProblem } from "#ingest/formats/file-reading.ts";
import type { OpeningFault } from "./open-document.ts";
import type { PageContent } from "./page-content.ts";
import type { PageMarks } from "./page-marks.ts";

/** The text of a page counts from so many characters on; fewer are a page number or a stamp. */
const fewest = 12;
/** A picture that takes so much of the page may be a table or a page of text. */
const large = 0.12;

const words: Record<OpeningFault | "scanned" | "no_text" | "garbled_fonts", string> = {
  encrypted:
    "The PDF asks for a password. Save a copy without protection and put that in. 该PDF有密码保护，请另存为不加密的文件后再放入。",
  damaged:
    "The PDF is damaged and can't be opened whole. Get it anew from its source, or print it to a new PDF. 该PDF已损坏，请从来源重新下载，或重新打印为PDF。",
  scanned:
    "The PDF is a scan: its pages are pictures without text. Get the original file, or run text recognition and check its figures. 该PDF为扫描件，只有图片没有文字，请换用原始电子文件，或做文字识别并核对数字。",
  no_text:
    "The PDF holds no text that can be read. Get the original file. 该PDF没有可读取的文字，请换用原始电子文件。",
  garbled_fonts:
    "The fonts of the PDF don't say which characters they print, so its text comes out as other signs. Get the original file, or run text recognition and check its figures. 该PDF的字体缺少字符对照，读出为乱码，请换用原始电子文件，或做文字识别并核对数字。",
};

/** The one problem of a file that yields nothing. */
export function fault(code: keyof typeof words, detail = ""): FileProblem {
  return { severity: "error", code, message: detail === "" ? words[code] : `${words[code]} (${detail})` };
}

/** Why the pages of an opened file must not be read; null when they can be. */
export function unreadable(pages: readonly PageMarks[]): FileProblem | null {
  const written = pages.filter(hasText);
  if (written.length === 0)
    return fault(pages.some(({ pictures }) => pictures.length > 0) ? "scanned" : "no_text");
  const pictured = pages.filter(
    (page) => !hasText(page) && page.pictures.some((box) => share(box, page) > 0.3),
  );
  if (pictured.length > 4 * written.length)
    return fault("scanned", `${pictured.length} of ${pages.length} pages`);
  const garbled = written.filter(isGarbled);
  const strange = isStrange(written);
  if (garbled.length > 0.1 * written.length || strange)
    return fault("garbled_fonts", strange ? "" : `${garbled.length} of ${pages.length} pages`);
  return null;
}

const hasText = ({ glyphs }: PageMarks) => glyphs.filter(({ text }) => text.trim() !== "").length >= fewest;

function share(
  { x0, y0, x1, y1 }: PageMarks["pictures"][number],
  page: { width: number; height: number },
): number {
  const wide = Math.max(0, Math.min(x1, page.width) - Math.max(x0, 0));
  const high = Math.max(0, Math.min(y1, page.height) - Math.max(y0, 0));
  return (wide * high) / (page.width * page.height);
}

/** Signs that hardly stand in a report: those of a typewriter's upper row, private and unknown characters. */
const odd = /[!"#$&'*+/<=>?@\\^_`{|}~;\p{Co}\p{Cn}\ufffd]/u;

/** Whether odd signs stand where words should. */
function isGarbled({ glyphs }: PageMarks): boolean {
  let han = 0;
  let strange = 0;
  for (const { text } of glyphs) {
    if (/\p{Script=Han}/u.test(text)) han += 1;
    else if (odd.test(text)) strange += 1;
  }
  return strange >= fewest && strange > 0.25 * (han + strange);
}

/** The characters that any Chinese report is full of. */
const common = new Set(
  "的一年和市国人发展经济收支预算万元区县级公共中政府业社会民地建设工作大上下不了在是出入合计增长",
);

/** Whether a long Chinese text holds hardly any of the commonest characters: its fonts name the wrong ones. */
function isStrange(pages: readonly PageMarks[]): boolean {
  const han = pages.flatMap(({ glyphs }) => glyphs).filter(({ text }) => /\p{Script=Han}/u.test(text));
  return han.length >= 300 && han.filter(({ text }) => common.has(text)).length < 0.04 * han.length;
}

/** Warns of pages whose pictures may hold what the text doesn't: a table as a picture, a scanned page among others. */
export function pictureWarnings(pages: readonly PageContent[]): FileProblem[] {
  const repeated = repeatedPictures(pages);
  const found = pages.filter((page) =>
    page.pictures.some((box) => share(box, page) >= large && !repeated.has(pictureKey(box))),
  );
  const numbers = [...new Set(found.map(({ page }) => page))];
  if (numbers.length === 0) return [];
  const list = numbers.join(", ");
  const message = `Pictures on page ${list} are not read; a table or text shown there as a picture is missing. 第${numbers.join("、")}页有图片，图片中的表格和文字未读取。`;
  return [{ severity: "warning", code: "pictures_not_read", message }];
}

const pictureKey = ({ x0, y0, x1, y1 }: PageContent["pictures"][number]) =>
  [x0, y0, x1, y1].map((each) => Math.round(each / 4)).join("|");

/** Pictures in the same place of several pages are ornaments of the page. */
function repeatedPictures(pages: readonly PageContent[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { pictures } of pages) {
    for (const key of new Set(pictures.map(pictureKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([, count]) => count >= 3 && count > 0.5 * pages.length).map(([key]) => key),
  );
}
