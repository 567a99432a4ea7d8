import type { Words } from "./problem.ts";

/** C0 but tab and line break, DEL, C1; a carriage return only before its line feed. */
const CONTROL = /(?!\r\n|[\n\t])\p{Cc}/u;
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Embeddings, overrides and isolates: they show a reader other words than the ones sent. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/u;

/** What makes a message unreadable as plain text, with the place of the first such character; null when it is fine. */
export function textFault(text: string): Words | null {
  const bidi = BIDI.exec(text) ?? CONTROL.exec(text);
  if (bidi !== null) {
    const kind = BIDI.test(bidi[0])
      ? { zh: "双向文字控制符", en: "bidirectional control" }
      : { zh: "控制字符", en: "control character" };
    const name = codePointName(bidi[0]);
    return {
      zh: `第 ${bidi.index + 1} 个字符是${kind.zh} ${name}，请删去`,
      en: `character ${bidi.index + 1} is the ${kind.en} ${name}; remove it`,
    };
  }
  if (!LONE_SURROGATE.test(text)) return null;
  return {
    zh: "含有不成对的代理码位，不是有效的 Unicode 文本",
    en: "holds a lone surrogate: not valid Unicode text",
  };
}

function codePointName(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
