import { pinyin } from "pinyin-pro";
import { shortName } from "#text/places/place-names.ts";

/** A region's name in Latin letters, as English text writes it: 大渡口区 → Dadukou. */
export function romanised(name: string): string {
  const letters = pinyin(shortName(name), { toneType: "none", type: "array" }).join("");
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}
