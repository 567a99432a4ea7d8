import type { Figure } from "./figures.ts";
import type { LeadReading } from "./lead.ts";
import type { Subject } from "./subject.ts";
import type { FigureTime } from "./time.ts";

/** One figure understood. Offsets are into the compact sentence. */
export interface Fact extends FigureTime {
  readonly indicator: string;
  /** As printed, with 增长 or 下降 for a growth. */
  readonly name: string;
  readonly region: string | null;
  readonly value: string;
  readonly unit: string;
  readonly qualifier: string | null;
  readonly confidence: number;
  /** Where the printed figure begins: at 下降 for a fall. */
  readonly start: number;
  readonly end: number;
}

/** A figure with its subject and how it is told. */
export interface FactReading {
  readonly lead: LeadReading;
  readonly subject: Subject;
  readonly confidence: number;
  readonly unit: string;
  /** True where the level goes on from one told before: 由A增加到B. */
  readonly risen: boolean;
}

/** The words around a figure that bound it: 突破, 以上, 至 and the upper end. */
export function qualifierOf(figure: Figure): string | null {
  const { before, after, upper } = figure.quantity;
  const words = [before, upper === null ? null : `至${upper}`, after].filter((word) => word !== null);
  return words.length === 0 ? null : words.join("、");
}
