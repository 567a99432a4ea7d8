import type { FileBlock, FileCell } from "#ingest/formats/file-reading.ts";

export interface HtmlPage {
  /** Meta tags of the head by name. */
  readonly meta?: Readonly<Record<string, string>>;
  readonly title?: string;
  /** Markup before and after the text, as a site puts it around its articles. */
  readonly before?: string;
  readonly after?: string;
  /** The element that holds the text; without one the blocks stand in the body. */
  readonly container?: string;
}

/** A web page that shows the blocks, as a content system writes it. */
export function writeHtml(blocks: readonly FileBlock[], page: HtmlPage = {}): Uint8Array {
  const meta = Object.entries(page.meta ?? {}).map(
    ([name, content]) => `<meta name="${name}" content="${escapeHtml(content)}">`,
  );
  const [open, close] = tagsOf(page.container ?? "div");
  return htmlBytes(
    `<!DOCTYPE html><html><head><meta charset="utf-8">${meta.join("")}<title>${escapeHtml(page.title ?? "")}</title></head>
<body>${page.before ?? ""}${open}
${blocks.map(htmlOf).join("\n")}
${close}${page.after ?? ""}</body></html>`,
  );
}

/** Markup as the bytes of a UTF-8 page. */
export function htmlBytes(markup: string): Uint8Array {
  return new TextEncoder().encode(markup);
}

/** A page around a piece of markup, a sentence before it so that it reads as a text. */
export function pageOf(body: string): Uint8Array {
  return htmlBytes(`<html><head><meta charset="utf-8"></head><body><div>${body}</div></body></html>`);
}

function tagsOf(container: string): [open: string, close: string] {
  const name = /^[\w-]+/u.exec(container)?.[0] ?? "div";
  return [`<${container}>`, `</${name}>`];
}

function htmlOf(block: FileBlock): string {
  if (block.kind === "heading")
    return `<h${Math.min(6, block.level)}>${escapeHtml(block.text)}</h${Math.min(6, block.level)}>`;
  if (block.kind === "paragraph") return `<p>　　${escapeHtml(block.text)}</p>`;
  if (block.kind === "note") return `<p class="MsoFootnoteText">${escapeHtml(block.text)}</p>`;
  const rows = block.rows.map(
    ({ cells }, at) => `<tr>${cells.map((cell) => cellOf(cell, at < (block.headerRows ?? 0))).join("")}</tr>`,
  );
  return `<table border="1"><tbody>${rows.join("\n")}</tbody></table>`;
}

function cellOf({ text, rowSpan, colSpan, indent }: FileCell, header: boolean): string {
  const name = header ? "th" : "td";
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ""}${colSpan > 1 ? ` colspan="${colSpan}"` : ""}`;
  return `<${name}${spans}><p>${"　".repeat(indent)}${escapeHtml(text)}</p></${name}>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
