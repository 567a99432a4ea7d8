import { raised } from "../documents/raised.ts";
import type { Layout } from "./layout.ts";

/** The mark behind a name, a figure, a heading or a caption. */
export function markOf({ marks }: Layout): string {
  const printed = {
    none: "",
    raised: raised("1"),
    circled: "①",
    "note-word": "（注1）",
    bracket: "[1]",
    star: "*",
  };
  return printed[marks];
}

/** What the note under the table begins with. */
export function noteOf({ marks, note, sign }: Layout): string[] {
  const begins = {
    none: "",
    raised: "注：1.",
    circled: "注：①",
    "note-word": "注1：",
    bracket: "注：[1]",
    star: "注：*",
  };
  const told = marks !== "none" && note === "told" ? [`${begins[marks]}按当年价格计算，为初步核算数。`] : [];
  return sign === "▲ told" ? [...told, "注：▲表示下降。"] : told;
}

/** A figure in the layout's notation: `-1234.5` may print as `↓1，234.5`. */
export function printFigure(figure: string, layout: Layout, unit = ""): string {
  const falls = figure.startsWith("-");
  const digits = `${digitsOf(figure.replace("-", ""), layout)}${unit}`;
  if (!falls) return digits;
  if (layout.sign === "brackets") return `(${digits})`;
  return `${layout.sign.replace(" told", "")}${digits}`;
}

/** What an aim says besides its figure. */
export interface Bounded {
  readonly text: string;
  readonly qualifier: string | null;
}

/** An aim with its bound: 7左右, ≥7, 7—8. */
export function printAim(figure: string, layout: Layout, unit = ""): Bounded {
  const plain = printFigure(figure, layout, unit);
  if (layout.bound === "none") return { text: plain, qualifier: null };
  if (layout.bound === "≥") return { text: `≥${plain}`, qualifier: "≥" };
  if (layout.bound !== "range") return { text: `${plain}${layout.bound}`, qualifier: layout.bound };
  const upper = upperOf(figure);
  return {
    text: `${digitsOf(figure, layout)}—${digitsOf(upper, layout)}${unit}`,
    qualifier: `至${upper}`,
  };
}

/** A little more, with as many decimals. */
function upperOf(figure: string): string {
  const [whole = "0", places] = figure.split(".");
  return places === undefined ? String(Number(whole) + 1) : `${Number(whole) + 1}.${places}`;
}

function digitsOf(figure: string, { digits }: Layout): string {
  const [whole = "", places] = figure.split(".");
  const rest = places === undefined ? "" : `.${places}`;
  const grouped = (by: string) => `${whole.replace(/\B(?=(?:\d{3})+$)/gu, by)}${rest}`;
  if (digits === "comma") return grouped(",");
  if (digits === "wide-comma") return grouped("，");
  if (digits === "space") return grouped(" ");
  if (digits === "maths") return `$${[...figure].join(" ")}$`;
  if (digits === "plain") return figure;
  return figure.replace(/[\d.]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}
