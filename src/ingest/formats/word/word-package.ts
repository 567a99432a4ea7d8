import { type OpenZip, openZip } from "#ingest/formats/package/open-zip.ts";
import { parseXml, type XmlElement } from "#ingest/formats/package/parse-xml.ts";
import { childrenNamed } from "#ingest/formats/package/xml-query.ts";
import { ReadingFault } from "#ingest/formats/reading-fault.ts";
import { WORD_PREFIXES } from "./word-namespaces.ts";

/** The parts of a Word file that its text comes from, found by their relations; the rest of the file is not unpacked. */
export interface WordPackage {
  readonly document: XmlElement;
  readonly styles: XmlElement | undefined;
  readonly numbering: XmlElement | undefined;
  readonly footnotes: XmlElement | undefined;
  readonly endnotes: XmlElement | undefined;
  readonly properties: XmlElement | undefined;
  /** Chart parts by the relation that the document names them by. */
  readonly charts: ReadonlyMap<string, XmlElement>;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

const MOST_CHARTS = 200;

/** Opens a .docx. Throws ReadingFault. */
export async function openWord(bytes: Uint8Array): Promise<WordPackage> {
  const zip = await openZip(bytes);
  const root = await relationsOf(zip, "");
  const main = root.find(({ type }) => type === "officeDocument")?.target ?? "word/document.xml";
  const document = await partOf(zip, main);
  if (document === undefined) throw new ReadingFault("damaged", "it has no main document part");
  const relations = await relationsOf(zip, main);
  const named = (type: string) => partOf(zip, relations.find((each) => each.type === type)?.target);
  return {
    document,
    styles: await named("styles"),
    numbering: await named("numbering"),
    footnotes: await named("footnotes"),
    endnotes: await named("endnotes"),
    properties: await partOf(zip, root.find(({ type }) => type === "core-properties")?.target),
    charts: await chartParts(zip, relations),
  };
}

async function chartParts(zip: OpenZip, relations: readonly Relation[]): Promise<Map<string, XmlElement>> {
  const charts = new Map<string, XmlElement>();
  for (const { id, target } of relations.filter(({ type }) => type === "chart").slice(0, MOST_CHARTS)) {
    const part = await partOf(zip, target);
    if (part !== undefined) charts.set(id, part);
  }
  return charts;
}

async function partOf(zip: OpenZip, name: string | undefined): Promise<XmlElement | undefined> {
  if (name === undefined) return undefined;
  const text = await zip.text(name);
  return text === null ? undefined : parseXml(text, WORD_PREFIXES);
}

/** The relations of a part within the package; those that lead outside are never followed. */
async function relationsOf(zip: OpenZip, part: string): Promise<Relation[]> {
  const folder = part.includes("/") ? part.slice(0, part.lastIndexOf("/") + 1) : "";
  const text = await zip.text(`${folder}_rels/${part.slice(folder.length)}.rels`);
  if (text === null) return [];
  return childrenNamed(parseXml(text), "Relationship")
    .filter(({ attributes }) => attributes["TargetMode"] !== "External")
    .map(({ attributes }) => ({
      id: attributes["Id"] ?? "",
      type: (attributes["Type"] ?? "").replace(/^.*\//u, ""),
      target: resolve(folder, attributes["Target"] ?? ""),
    }));
}

function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
