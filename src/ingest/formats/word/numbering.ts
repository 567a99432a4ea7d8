import type { XmlElement } from "#ingest/formats/package/parse-xml.ts";
import { childNamed, childrenNamed } from "#ingest/formats/package/xml-query.ts";
import { writeNumber } from "#ingest/formats/write-number.ts";
import { numberOf, switchOf, valueNamed } from "./properties.ts";
import type { NumberReference } from "./styles.ts";

interface Level {
  readonly start: number;
  readonly format: string;
  /** The text with %1 … %9 for the numbers of the levels: （%1）. */
  readonly text: string;
  readonly suffix: string;
  /** The level whose use restarts this one, from 1; 0 never; null any outer level. */
  readonly restart: number | null;
  readonly legal: boolean;
  readonly style: string | null;
}

interface Instance {
  readonly list: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Numbers at which the levels start anew when the instance is first used. */
  readonly starts: ReadonlyMap<number, number>;
}

const PLAIN: Level = {
  start: 1,
  format: "decimal",
  text: "",
  suffix: "tab",
  restart: null,
  legal: false,
  style: null,
};

/** The automatic numbers of a Word document, counted on as its paragraphs are read in order (17.9). */
export class Numbering {
  private readonly instances = new Map<string, Instance>();
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly used = new Set<string>();

  constructor(part: XmlElement | undefined) {
    const lists = new Map(
      childrenNamed(part, "w:abstractNum").map((each) => [each.attributes["w:abstractNumId"] ?? "", each]),
    );
    const linked = new Map([...lists].map(([id, each]) => [valueNamed(each, "w:styleLink"), id] as const));
    for (const element of childrenNamed(part, "w:num")) {
      const named = valueNamed(element, "w:abstractNumId") ?? "";
      const link = valueNamed(lists.get(named), "w:numStyleLink");
      const list = (link === null ? undefined : linked.get(link)) ?? named;
      this.instances.set(element.attributes["w:numId"] ?? "", instanceOf(element, list, lists.get(list)));
    }
  }

  /** The number of the next paragraph of a list as Word shows it, with what parts it from the text: （一）. */
  next({ numId, level: told }: NumberReference, style: string | null): string {
    const instance = this.instances.get(numId);
    if (instance === undefined) return "";
    const level = told ?? levelOfStyle(instance, style);
    const form = instance.levels.get(level) ?? PLAIN;
    const counter = this.count(numId, instance, level);
    if (form.format === "bullet") return "";
    const text = form.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const place = Number(digit) - 1;
      const each = instance.levels.get(place) ?? PLAIN;
      return writeNumber(counter[place] ?? each.start, form.legal ? "decimal" : each.format);
    });
    const parted = form.suffix === "nothing" || /[、.．)）:：\]】,，]$/u.test(text) || text === "";
    return parted ? text : `${text} `;
  }

  private count(numId: string, instance: Instance, level: number): (number | undefined)[] {
    const counter = this.counters.get(instance.list) ?? [];
    this.counters.set(instance.list, counter);
    if (!this.used.has(numId)) for (const [at, start] of instance.starts) counter[at] = start - 1;
    this.used.add(numId);
    const current = counter[level];
    counter[level] = current === undefined ? (instance.levels.get(level)?.start ?? 1) : current + 1;
    for (let deeper = level + 1; deeper < 9; deeper += 1) {
      const restart = instance.levels.get(deeper)?.restart ?? null;
      if (restart === null || (restart > 0 && level < restart)) counter[deeper] = undefined;
    }
    return counter;
  }
}

function levelOfStyle(instance: Instance, style: string | null): number {
  for (const [at, level] of instance.levels) if (style !== null && level.style === style) return at;
  return 0;
}

function instanceOf(element: XmlElement, list: string, abstract: XmlElement | undefined): Instance {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const each of childrenNamed(abstract, "w:lvl")) levels.set(placeOf(each), levelOf(each));
  for (const override of childrenNamed(element, "w:lvlOverride")) {
    const own = childNamed(override, "w:lvl");
    if (own !== undefined) levels.set(placeOf(override), levelOf(own));
    const start = numberOf(override, "w:startOverride");
    if (start !== null) starts.set(placeOf(override), start);
  }
  return { list, levels, starts };
}

function placeOf(element: XmlElement): number {
  return Number.parseInt(element.attributes["w:ilvl"] ?? "0", 10) || 0;
}

function levelOf(element: XmlElement): Level {
  const picture = childNamed(element, "w:lvlPicBulletId") !== undefined;
  return {
    start: numberOf(element, "w:start") ?? 0,
    format: picture ? "bullet" : formatOf(element),
    text: valueNamed(element, "w:lvlText") ?? "",
    suffix: valueNamed(element, "w:suff") ?? "tab",
    restart: numberOf(element, "w:lvlRestart"),
    legal: switchOf(element, "w:isLgl") ?? false,
    style: valueNamed(element, "w:pStyle"),
  };
}

/** The format of a level; newer ones stand in an alternative whose fallback every program knows. */
function formatOf(element: XmlElement): string {
  const choice = childNamed(childNamed(element, "mc:AlternateContent"), "mc:Choice");
  const custom = childNamed(choice, "w:numFmt")?.attributes["w:format"] ?? "";
  if (/^0+1,/u.test(custom)) return "decimalZero";
  const fallback = childNamed(childNamed(element, "mc:AlternateContent"), "mc:Fallback");
  return valueNamed(element, "w:numFmt") ?? valueNamed(fallback, "w:numFmt") ?? "decimal";
}
