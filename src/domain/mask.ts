import { z } from "zod";
import dataFile from "./personal-data.json" with { type: "json" };

const KINDS = z
  .strictObject({
    about: z.string(),
    kinds: z.array(z.strictObject({ kind: z.string().min(1), pattern: z.string().min(1) })).min(1),
  })
  .parse(dataFile)
  .kinds.map(({ kind, pattern }) => ({ word: `[${kind}]`, pattern: new RegExp(pattern, "giu") }));

/** Full-width digits, letters and marks that numbers are written with, in half width. */
const halfWidth = (text: string): string =>
  text
    .replace(/[！-～]/gu, (wide) =>
      /[０-９Ａ-Ｚａ-ｚ＠．－＋]/u.test(wide) ? String.fromCharCode(wide.charCodeAt(0) - 0xfee0) : wide,
    )
    // What nobody sees between the digits, and dashes of other scripts.
    .replace(/(?<=\d)[\u200b-\u200d\u2060\ufeff]+(?=\d)/gu, "")
    .replace(/(?<=\d)[\u2010-\u2015\u2212](?=\d)/gu, "-");

/**
 * `text` with identity, card, phone, passport, credit-code and plate numbers, addresses of homes and of mail, accounts and
 * the names of who introduces himself replaced by their kind: 打13812345678 → 打[电话]. Text without any is given as it is.
 * Kinds: personal-data.json.
 */
export function maskPersonalData(text: string): string {
  const plain = halfWidth(text);
  const masked = KINDS.reduce((rest, { word, pattern }) => rest.replace(pattern, word), plain);
  return masked === plain ? text : masked;
}
