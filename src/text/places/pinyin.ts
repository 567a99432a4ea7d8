import { pinyin } from "pinyin-pro";

/** A name as it sounds, in Latin letters. */
export function latin(name: string): string {
  return pinyin(name, { toneType: "none", type: "array", v: true }).join("");
}
