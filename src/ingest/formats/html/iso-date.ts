const DATE = /((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/u;

/** The first date in a text as ISO, null where there is none: 2026年5月9日 10:08 → 2026-05-09. */
export function isoDate(text: string): string | null {
  const found = DATE.exec(text);
  if (found === null) return null;
  const [, year = "", month = "", day = ""] = found;
  const inYear = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return inYear ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : null;
}
