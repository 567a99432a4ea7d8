export type Decoded =
  | {
      readonly ok: true;
      readonly text: string;
      readonly encoding: string;
      /** Bytes that are no text in this encoding; the text goes on without them. */
      readonly damaged: number;
    }
  | {
      readonly ok: false;
      readonly code: "empty_file" | "binary_file" | "undecodable";
      readonly message: string;
    };

const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["ZIP or Office", [0x50, 0x4b, 0x03, 0x04]],
  ["old Office", [0xd0, 0xcf, 0x11, 0xe0]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["GZIP", [0x1f, 0x8b]],
];
const SAMPLE = 64 * 1024;
/** One damaged place in so many characters. */
const MOST_DAMAGED = 200;

/** Bytes of a report as text: UTF-8, UTF-16 or GB18030, a few damaged bytes allowed. Anything else says what it is. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return empty();
  const signature = SIGNATURES.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (signature !== undefined) return binary(`the file is ${signature[0]} data, not text`);
  const utf16 = utf16Encoding(bytes);
  if (utf16 !== null) return accept(attempt(bytes, utf16), utf16);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) return unmarked;
  if (looksBinary(bytes)) return binary("the file holds control bytes that no text has");
  const utf8 = attempt(bytes, "utf-8");
  if (utf8 !== null) return accept(utf8, "utf-8");
  const chinese = attempt(bytes, "gb18030");
  if (chinese !== null && readsAsChinese(chinese)) return accept(chinese, "gb18030");
  return (
    damagedUtf8(bytes) ?? {
      ok: false,
      code: "undecodable",
      message: "the text is neither UTF-8, UTF-16 nor GB18030",
    }
  );
}

/** UTF-16 whose byte-order mark was lost: the zero bytes of its digits and line breaks all stand on one side. */
function unmarkedUtf16(bytes: Uint8Array): Decoded | null {
  const zeros = [0, 0];
  for (const [at, byte] of bytes.subarray(0, SAMPLE).entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0 || Math.min(even, odd) * 50 > Math.max(even, odd)) return null;
  const encoding = odd > even ? "utf-16le" : "utf-16be";
  const text = attempt(bytes, encoding);
  return text !== null && readsAsChinese(text) ? accept(text, encoding) : null;
}

/** UTF-8 with a broken byte here and there, as a cut or patched file has. */
function damagedUtf8(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  const damaged = text.split("\ufffd").length - 1;
  const few = damaged * MOST_DAMAGED <= text.length;
  return few && readsAsChinese(text) ? accept(text.replaceAll("\ufffd", ""), "utf-8", damaged) : null;
}

function accept(text: string | null, encoding: string, damaged = 0): Decoded {
  if (text === null) return { ok: false, code: "undecodable", message: `the text is not valid ${encoding}` };
  return text.trim() === "" ? empty() : { ok: true, text, encoding, damaged };
}

function empty(): Decoded {
  return { ok: false, code: "empty_file", message: "the file holds no text" };
}

function binary(message: string): Decoded {
  return { ok: false, code: "binary_file", message };
}

function attempt(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function utf16Encoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** More than one NUL in a thousand bytes, or one control byte in fifty, is no text in any encoding read here. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  let zeros = 0;
  for (const byte of sample) {
    if (byte === 0) zeros++;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x0b)
      controls++;
  }
  return controls * 50 > sample.length || zeros * 1000 > sample.length;
}

/** GB18030 decodes nearly anything; prose of a report is mostly the common characters of GB2312's first level. */
function readsAsChinese(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const foreign = [...sample].filter((character) => character > "\u007f");
  const common = foreign.filter((character) =>
    /[的一国在人发和工经会年业产大区地市加建设展化增长全民]|[，。、“”（）：；]/.test(character),
  );
  return foreign.length > 0 && common.length / foreign.length > 0.15;
}
