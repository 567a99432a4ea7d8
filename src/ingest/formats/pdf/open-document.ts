import { createRequire } from "node:module";
import path from "node:path";
import type { PDFDocumentProxy } from "pdfjs-dist";

/** Why a file could not be opened: `encrypted` where it asks for a password, `damaged` for all else. */
export type OpeningFault = "encrypted" | "damaged";

export type Opening =
  | { readonly kind: "opened"; readonly document: PDFDocumentProxy; readonly drawing: Drawing }
  | { readonly kind: "fault"; readonly fault: OpeningFault; readonly detail: string };

/** The numbers by which the library calls its drawing operators, and the matrix product that belongs to them. */
export type Drawing = Pick<typeof import("pdfjs-dist"), "OPS" | "Util">;

/**
 * Opens a PDF with the library's own tables for Chinese fonts that the file doesn't bring along; without them such a file
 * gives no character at all. Nothing of the file is executed. Call `document.loadingTask.destroy()` when done.
 */
export async function openDocument(bytes: Uint8Array): Promise<Opening> {
  if (!endsWhole(bytes)) return { kind: "fault", fault: "damaged", detail: "the end of the file is missing" };
  standInForCanvas();
  const library = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const home = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const task = library.getDocument({
    // The library takes the buffer over, so it gets a copy.
    data: new Uint8Array(bytes),
    cMapUrl: `${home}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home}/standard_fonts/`,
    wasmUrl: `${home}/wasm/`,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    fontExtraProperties: true,
    verbosity: library.VerbosityLevel.ERRORS,
  });
  try {
    return {
      kind: "opened",
      document: await task.promise,
      drawing: { OPS: library.OPS, Util: library.Util },
    };
  } catch (error) {
    await task.destroy();
    const fault = error instanceof Error && error.name === "PasswordException" ? "encrypted" : "damaged";
    return { kind: "fault", fault, detail: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Whether the file's end is there (`%%EOF`, ISO 32000-1, 7.5.5). The library mends a file that was cut off as well as it can,
 * but then pages are missing and nobody would know.
 */
function endsWhole(bytes: Uint8Array): boolean {
  const tail = new TextDecoder("latin1").decode(bytes.subarray(Math.max(0, bytes.length - 8192)));
  return tail.includes("%%EOF");
}

/** The library wants three classes of a browser's canvas when it is loaded, though only drawing on a screen uses them. */
function standInForCanvas(): void {
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: class {}, writable: true });
  }
}
