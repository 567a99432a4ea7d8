import type { XmlElement } from "#ingest/formats/package/parse-xml.ts";
import { childNamed, childrenNamed, elementsOf, isElement } from "#ingest/formats/package/xml-query.ts";

const RAISED = new Map([..."0123456789+-n"].map((sign, at) => [sign, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"][at] ?? sign]));

/** An Office formula (22.1) as one line of text: a fraction as (a)/(b), a power as x², a root as √(x). */
export function formulaText(element: XmlElement): string {
  const part = (name: string) => {
    const found = childNamed(element, name);
    return found === undefined ? "" : formulaText(found);
  };
  switch (element.name) {
    case "m:t":
    case "w:t":
      return element.children.filter((child) => !isElement(child)).join("");
    case "m:f":
      return `${grouped(part("m:num"))}/${grouped(part("m:den"))}`;
    case "m:sSup":
      return `${part("m:e")}${power(part("m:sup"))}`;
    case "m:sSub":
      return `${part("m:e")}${part("m:sub")}`;
    case "m:sSubSup":
      return `${part("m:e")}${part("m:sub")}${power(part("m:sup"))}`;
    case "m:rad":
      return `${power(part("m:deg"))}√${grouped(part("m:e"))}`;
    case "m:nary":
      return `${characterOf(element, "m:naryPr", "m:chr") ?? "∫"}${part("m:sub")}${power(part("m:sup"))}${part("m:e")}`;
    case "m:d": {
      const inside = childrenNamed(element, "m:e").map(formulaText);
      const separator = characterOf(element, "m:dPr", "m:sepChr") ?? "|";
      const open = characterOf(element, "m:dPr", "m:begChr") ?? "(";
      return `${open}${inside.join(separator)}${characterOf(element, "m:dPr", "m:endChr") ?? ")"}`;
    }
    default:
      return elementsOf(element)
        .filter(({ name }) => !name.endsWith("Pr"))
        .map(formulaText)
        .join("");
  }
}

function characterOf(element: XmlElement, properties: string, name: string): string | null {
  return childNamed(childNamed(element, properties), name)?.attributes["m:val"] ?? null;
}

function grouped(text: string): string {
  return /^[\p{L}\d.%]*$/u.test(text) ? text : `(${text})`;
}

function power(text: string): string {
  if (text === "") return "";
  const raised = [...text].map((sign) => RAISED.get(sign));
  return raised.includes(undefined) ? `^${grouped(text)}` : raised.join("");
}
