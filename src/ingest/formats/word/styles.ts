import type { XmlElement } from "#ingest/formats/package/parse-xml.ts";
import { childNamed, childrenNamed } from "#ingest/formats/package/xml-query.ts";
import { numberOf, switchOf, valueNamed } from "./properties.ts";

export interface NumberReference {
  readonly numId: string;
  /** Level from 0; null where the numbering tells it by the style. */
  readonly level: number | null;
}

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string | null;
  readonly paragraph: XmlElement | undefined;
  readonly run: XmlElement | undefined;
}

const DEEPEST = 32;

/** The styles of a Word document: what a paragraph or a run has by its style, styles that it is based on included. */
export class Styles {
  private readonly styles = new Map<string, Style>();
  private readonly defaultParagraph: string | null = null;
  private readonly defaultRun: XmlElement | undefined;

  constructor(part: XmlElement | undefined) {
    for (const element of childrenNamed(part, "w:style")) {
      const id = element.attributes["w:styleId"] ?? "";
      const name = (valueNamed(element, "w:name") ?? "").toLowerCase();
      this.styles.set(id, {
        id,
        name,
        basedOn: valueNamed(element, "w:basedOn"),
        paragraph: childNamed(element, "w:pPr"),
        run: childNamed(element, "w:rPr"),
      });
      const isDefault = /^(?:1|true|on)$/u.test(element.attributes["w:default"] ?? "");
      if (isDefault && element.attributes["w:type"] === "paragraph") this.defaultParagraph = id;
    }
    const defaults = childNamed(childNamed(part, "w:docDefaults"), "w:rPrDefault");
    this.defaultRun = childNamed(defaults, "w:rPr");
  }

  /** The level of a heading, 1 outermost, by its outline level or its style's name; null for other paragraphs. */
  headingLevel(properties: XmlElement | undefined): number | null {
    const own = numberOf(properties, "w:outlineLvl");
    if (own !== null) return own < 9 ? own + 1 : null;
    for (const { name, paragraph } of this.chain(this.paragraphStyle(properties))) {
      const outline = numberOf(paragraph, "w:outlineLvl");
      if (outline !== null) return outline < 9 ? outline + 1 : null;
      const named = /^(?:heading|标题)\s*([1-9])$/u.exec(name)?.[1];
      if (named !== undefined) return Number(named);
      if (/^(?:title|标题)$/u.test(name)) return 1;
    }
    return null;
  }

  /** Whether a paragraph is an entry of an automatic table of contents. */
  isContentsEntry(properties: XmlElement | undefined): boolean {
    return this.chain(this.paragraphStyle(properties)).some(({ name }) => /^(?:toc|目录)\s*\d/u.test(name));
  }

  isNoteStyle(properties: XmlElement | undefined): boolean {
    return this.chain(this.paragraphStyle(properties)).some(({ name }) =>
      /^(?:foot|end)note text/u.test(name),
    );
  }

  /** The automatic number of a paragraph, its own or its style's, and the style it comes from. */
  numbering(
    properties: XmlElement | undefined,
  ): (NumberReference & { readonly style: string | null }) | null {
    const own = referenceOf(properties);
    const styled = this.chain(this.paragraphStyle(properties))
      .map(({ id, paragraph }) => ({ id, reference: referenceOf(paragraph) }))
      .find(({ reference }) => reference !== null);
    const numId = own?.numId ?? styled?.reference?.numId ?? null;
    if (numId === null || numId === "0") return null;
    const level = own?.level ?? styled?.reference?.level ?? null;
    return {
      numId,
      level,
      style: own?.numId === undefined ? (styled?.id ?? null) : this.paragraphStyle(properties),
    };
  }

  /** A switch of a run (vanish, strike): its own, its character style's, its paragraph's style's, the document's. */
  runSwitch(name: string, run: XmlElement | undefined, paragraph: XmlElement | undefined): boolean {
    const own = switchOf(run, name);
    if (own !== null) return own;
    for (const style of [valueNamed(run, "w:rStyle"), this.paragraphStyle(paragraph)])
      for (const { run: properties } of this.chain(style)) {
        const value = switchOf(properties, name);
        if (value !== null) return value;
      }
    return switchOf(this.defaultRun, name) ?? false;
  }

  isRaised(run: XmlElement | undefined): boolean {
    const own = valueNamed(run, "w:vertAlign");
    if (own !== null) return own === "superscript";
    return this.chain(valueNamed(run, "w:rStyle")).some(
      ({ run: styled }) => valueNamed(styled, "w:vertAlign") === "superscript",
    );
  }

  private paragraphStyle(properties: XmlElement | undefined): string | null {
    return valueNamed(properties, "w:pStyle") ?? this.defaultParagraph;
  }

  /** A style and those it is based on, nearest first. */
  private chain(id: string | null): Style[] {
    const chain: Style[] = [];
    for (let next = id; next !== null && chain.length < DEEPEST; ) {
      const style = this.styles.get(next);
      if (style === undefined || chain.includes(style)) break;
      chain.push(style);
      next = style.basedOn;
    }
    return chain;
  }
}

function referenceOf(
  properties: XmlElement | undefined,
): { numId: string | undefined; level: number | null } | null {
  const numbering = childNamed(properties, "w:numPr");
  if (numbering === undefined) return null;
  return { numId: valueNamed(numbering, "w:numId") ?? undefined, level: numberOf(numbering, "w:ilvl") };
}
