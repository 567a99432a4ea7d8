import { foldPlain } from "#text/fold.ts";

/** Characters without meaning inside a name: spaces, brackets, quotation marks, footnote marks, 的. */
export const IGNORED = /[\s()[\]{}〔〕【】《》<>"'“”‘’「」*#&·•\-‐–—_的]/u;

const ALL_IGNORED = new RegExp(IGNORED.source, "gu");

/** The form in which names are compared: folded, without the characters that carry no meaning. */
export function nameKey(name: string): string {
  return foldPlain(name).replace(ALL_IGNORED, "");
}
