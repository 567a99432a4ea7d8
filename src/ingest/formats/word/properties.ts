import type { XmlElement } from "#ingest/formats/package/parse-xml.ts";
import { childNamed } from "#ingest/formats/package/xml-query.ts";

/** The w:val of a property element below another, null where either is missing. */
export function valueNamed(properties: XmlElement | undefined, name: string): string | null {
  return childNamed(properties, name)?.attributes["w:val"] ?? null;
}

export function numberOf(properties: XmlElement | undefined, name: string): number | null {
  const value = Number.parseInt(valueNamed(properties, name) ?? "", 10);
  return Number.isNaN(value) ? null : value;
}

/** A property that is on or off, null where nothing is said (17.17.4: present without a value is on). */
export function switchOf(properties: XmlElement | undefined, name: string): boolean | null {
  const property = childNamed(properties, name);
  if (property === undefined) return null;
  return !/^(?:0|false|off|none)$/u.test(property.attributes["w:val"] ?? "1");
}
