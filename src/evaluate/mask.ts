/** Personal data and what stands in its place. Longer numbers first: a phone number may stand inside an identity number. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[\w.%+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+/gi, "[邮箱]"],
  [/(?<![\da-z])\d{6}(?:18|19|20)\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dx](?![\da-z])/gi, "[证件号]"],
  [/(?<![\d.])\d{15}(?:\d{2}[\dx])?(?![\d.])/gi, "[证件号]"],
  [/(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, "[电话]"],
  [/(?<![\d.])\(?0\d{2,3}\)?[- ]?[2-9]\d{6,7}(?!\d)/g, "[电话]"],
  [
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-HJ-NP-Z][·• -]?[A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d挂学警港澳领](?![A-Z\d])/gi,
    "[车牌]",
  ],
];

/** `text` with identity, phone and plate numbers and e-mail addresses replaced; letters and digits in half width. */
export function maskPersonalData(text: string): string {
  const halfWidth = text.replace(/[！-～]/g, (wide) =>
    /[０-９Ａ-Ｚａ-ｚ＠．－＋]/.test(wide) ? String.fromCharCode(wide.charCodeAt(0) - 0xfee0) : wide,
  );
  return PATTERNS.reduce((masked, [pattern, word]) => masked.replace(pattern, word), halfWidth);
}
