import type { XmlElement } from "#ingest/formats/package/parse-xml.ts";
import type { Numbering } from "./numbering.ts";
import type { Styles } from "./styles.ts";

/** What the parts of one document share while it is read in order. */
export interface WordReading {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly pages: PageCount;
  /** Ids of the foot- and endnotes in the order in which the text refers to them. */
  readonly noteReferences: { kind: "footnote" | "endnote"; id: string; page: number | null }[];
  /** Relation ids of the charts met, to be read from their parts. */
  readonly chartOf: (relation: string) => XmlElement | null;
  readonly left: LeftOut;
  /** How many tables and boxes the reading is in: they may have a colour of their own, on which white letters are seen. */
  readonly ground: { depth: number };
}

/** Reads what lies in a table or a box. */
export function onOwnGround<Read>({ ground }: WordReading, read: () => Read): Read {
  ground.depth += 1;
  const done = read();
  ground.depth -= 1;
  return done;
}

/** What was met and left out of the text, to be told. */
export interface LeftOut {
  hidden: number;
  objects: number;
  embedded: number;
}

/**
 * The page that the reading is on. Pages are known where the program that saved the file wrote down where they broke, else by
 * the breaks that the writer set; a document with neither has no pages.
 */
export class PageCount {
  readonly rendered: boolean;
  private readonly known: boolean;
  private page = 1;

  constructor({ rendered, set }: { rendered: boolean; set: boolean }) {
    this.rendered = rendered;
    this.known = rendered || set;
  }

  get current(): number | null {
    return this.known ? this.page : null;
  }

  turn(pages: number): void {
    this.page += pages;
  }
}
