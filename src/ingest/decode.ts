export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
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

/** Bytes of a report as text: UTF-8, UTF-16 with a byte-order mark, or GB18030. Anything else says what it is. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return empty();
  const signature = SIGNATURES.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (signature !== undefined) return binary(`the file is ${signature[0]} data, not text`);
  const utf16 = utf16Encoding(bytes);
  if (utf16 !== null) return accept(attempt(bytes, utf16), utf16);
  if (looksBinary(bytes)) return binary("the file holds control bytes that no text has");
  const utf8 = attempt(bytes, "utf-8");
  if (utf8 !== null) return accept(utf8, "utf-8");
  const chinese = attempt(bytes, "gb18030");
  if (chinese !== null && readsAsChinese(chinese)) return accept(chinese, "gb18030");
  return { ok: false, code: "undecodable", message: "the text is neither UTF-8, UTF-16 nor GB18030" };
}

function accept(text: string | null, encoding: string): Decoded {
  if (text === null) return { ok: false, code: "undecodable", message: `the text is not valid ${encoding}` };
  return text.trim() === "" ? empty() : { ok: true, text, encoding };
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

/** One NUL, or more than one control byte in fifty, is no text in any encoding read here. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x0b)
      controls++;
  }
  return controls * 50 > sample.length;
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
