import { type Decoded, decode } from "#ingest/lines/decode.ts";

/**
 * The text of a page's bytes. What the bytes are counts before what the page says they are (GB18030 saved over a UTF-8 mark is
 * common); only an encoding that neither UTF-8, UTF-16 nor GB18030 covers is taken from the page: Big5, Shift_JIS.
 */
export function decodePage(bytes: Uint8Array): Decoded {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096));
  const named = charsetIn(head);
  if (!/^(?:big5|big5-hkscs|shift_jis|euc-jp|euc-kr)$/u.test(named)) return decode(bytes);
  try {
    return {
      ok: true,
      text: new TextDecoder(named, { fatal: true }).decode(bytes),
      encoding: named,
      damaged: 0,
    };
  } catch {
    return decode(bytes);
  }
}

/** The character set that the first <meta> to name one names, in small letters; empty where none does. */
function charsetIn(head: string): string {
  for (const [tag] of head.matchAll(/<meta\b[^<>]*/giu)) {
    const named = /charset\s*=[\s"']*([\w-]+)/iu.exec(tag)?.[1];
    if (named !== undefined) return named.toLowerCase();
  }
  return "";
}
