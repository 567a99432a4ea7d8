import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";

// 江北区全年地区生产总值增长，发展 in GB18030.
const GB18030 = Uint8Array.from([
  0xbd, 0xad, 0xb1, 0xb1, 0xc7, 0xf8, 0xc8, 0xab, 0xc4, 0xea, 0xb5, 0xd8, 0xc7, 0xf8, 0xc9, 0xfa, 0xb2, 0xfa,
  0xd7, 0xdc, 0xd6, 0xb5, 0xd4, 0xf6, 0xb3, 0xa4, 0xa3, 0xac, 0xb7, 0xa2, 0xd5, 0xb9,
]);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

describe("decode", () => {
  test("UTF-8, with and without a byte-order mark", () => {
    expect(decode(new TextEncoder().encode("江北区"))).toMatchObject({
      ok: true,
      text: "江北区",
      encoding: "utf-8",
    });
    expect(decode(Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode("江北区")]))).toMatchObject({
      text: "江北区",
    });
  });

  test("GB18030 is told from its characters", () => {
    expect(decode(GB18030)).toMatchObject({
      ok: true,
      text: "江北区全年地区生产总值增长，发展",
      encoding: "gb18030",
    });
  });

  test.each([true, false])("UTF-16 with a byte-order mark (little endian: %s)", (littleEndian) => {
    expect(decode(utf16("江北区2022年", littleEndian))).toMatchObject({ ok: true, text: "江北区2022年" });
  });

  test.each([true, false])("UTF-16 that lost its mark (little endian: %s)", (littleEndian) => {
    const text = "江北区2022年地区生产总值增长3.7%，全区经济发展。\n";
    expect(decode(utf16(text, littleEndian).subarray(2))).toMatchObject({ ok: true, text });
  });

  test("a damaged byte or two are left out and counted", () => {
    const bytes = new TextEncoder().encode("全区经济发展，".repeat(60));
    const damaged = Uint8Array.from([...bytes.subarray(0, 21), 0xff, ...bytes.subarray(21)]);
    expect(decode(damaged)).toMatchObject({ ok: true, text: "全区经济发展，".repeat(60), damaged: 1 });
    const zero = Uint8Array.from([...bytes, 0]);
    expect(decode(zero)).toMatchObject({ ok: true, damaged: 0 });
  });

  test("what is no text is named", () => {
    expect(decode(new Uint8Array())).toMatchObject({ ok: false, code: "empty_file" });
    expect(decode(new TextEncoder().encode(" \n \n"))).toMatchObject({ ok: false, code: "empty_file" });
    expect(decode(new TextEncoder().encode("%PDF-1.7 ..."))).toMatchObject({
      ok: false,
      code: "binary_file",
    });
    expect(decode(Uint8Array.from([1, 2, 3, 0, 5, 6]))).toMatchObject({ ok: false, code: "binary_file" });
    expect(decode(Uint8Array.from([0xff, 0x80, 0xff, 0x80]))).toMatchObject({
      ok: false,
      code: "undecodable",
    });
    expect(
      decode(Uint8Array.from([0xe4, 0xf6, 0xfc, 0xe4, 0xf6, 0xfc, 0xdf, 0xe4, 0xf6, 0xfc])),
    ).toMatchObject({ ok: false });
  });
});
