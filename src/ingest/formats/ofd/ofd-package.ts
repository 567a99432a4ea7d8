import { type OpenZip, openZip } from "#ingest/formats/package/open-zip.ts";
import { parseXml, type XmlElement } from "#ingest/formats/package/parse-xml.ts";
import { childNamed, childrenNamed, descendantsNamed, textOf } from "#ingest/formats/package/xml-query.ts";
import { ReadingFault } from "#ingest/formats/reading-fault.ts";

/** A page of an OFD with the templates under it, bottom first. */
export interface OfdPage {
  readonly content: XmlElement;
  readonly templates: readonly XmlElement[];
  /** Width and height in millimetres. */
  readonly size: readonly [width: number, height: number];
}

export interface OfdPackage {
  readonly title: string | null;
  readonly pages: readonly OfdPage[];
}

const MOST_PAGES = 3_000;
const A4: readonly [number, number] = [210, 297];
/** Opens an OFD (GB/T 33190-2016): OFD.xml names the documents, each its pages and templates. Throws ReadingFault. */
export async function openOfd(bytes: Uint8Array): Promise<OfdPackage> {
  const zip = await openZip(bytes);
  const root = (await partOf(zip, "OFD.xml")) ?? undefined;
  const bodies = childrenNamed(root, "DocBody");
  if (bodies.length === 0) throw new ReadingFault("damaged", "its OFD.xml names no document");
  if (zip.names.some((name) => /(?:^|\/)Encryptions?\.xml$/iu.test(name)))
    throw new ReadingFault("encrypted", "it is encrypted");
  const pages: OfdPage[] = [];
  for (const body of bodies) pages.push(...(await pagesOf(zip, textOf(childNamed(body, "DocRoot")).trim())));
  const title = textOf(childNamed(childNamed(bodies[0], "DocInfo"), "Title")).trim();
  return { title: title === "" ? null : title, pages };
}

async function pagesOf(zip: OpenZip, name: string): Promise<OfdPage[]> {
  const document = await partOf(zip, name);
  if (document === null) throw new ReadingFault("damaged", `its document ${name} is missing`);
  const common = childNamed(document, "CommonData");
  const templates = new Map<string, XmlElement>();
  for (const template of childrenNamed(common, "TemplatePage")) {
    const content = await partOf(zip, resolve(name, template.attributes["BaseLoc"] ?? ""));
    if (content !== null) templates.set(template.attributes["ID"] ?? "", content);
  }
  const size = sizeOf(childNamed(common, "PageArea")) ?? A4;
  const named = childrenNamed(childNamed(document, "Pages"), "Page");
  if (named.length > MOST_PAGES) throw new ReadingFault("too_large", `it has more than ${MOST_PAGES} pages`);
  const pages: OfdPage[] = [];
  for (const { attributes } of named) {
    const where = resolve(name, attributes["BaseLoc"] ?? "");
    const content = await partOf(zip, where);
    if (content === null) throw new ReadingFault("damaged", `its page ${where} is missing`);
    pages.push({
      content,
      templates: under(content, templates),
      size: sizeOf(childNamed(content, "Area")) ?? size,
    });
  }
  return pages;
}

function under(page: XmlElement, templates: ReadonlyMap<string, XmlElement>): XmlElement[] {
  return childrenNamed(page, "Template").flatMap(({ attributes }) => {
    const template = templates.get(attributes["TemplateID"] ?? "");
    return template === undefined ? [] : [template];
  });
}

function sizeOf(area: XmlElement | undefined): readonly [number, number] | null {
  if (area === undefined) return null;
  const [box] = descendantsNamed(area, "PhysicalBox");
  const [, , width, height] = numbersOf(textOf(box));
  return width === undefined || height === undefined || width <= 0 || height <= 0 ? null : [width, height];
}

/** The numbers of an array as OFD writes it, parted by spaces (7.3: ST_Array). */
export function numbersOf(text: string | undefined): number[] {
  return (text ?? "")
    .trim()
    .split(/[\s,]+/u)
    .filter(Boolean)
    .map(Number)
    .map((value) => (Number.isFinite(value) ? value : 0));
}

async function partOf(zip: OpenZip, name: string): Promise<XmlElement | null> {
  const text = await zip.text(name);
  return text === null ? null : parseXml(text, "none");
}

/** A place told from a part: from the root where it begins with a slash, else from the part's folder. */
function resolve(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
