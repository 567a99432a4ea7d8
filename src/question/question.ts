import type { AskedKind } from "#domain/indicator.ts";
import type { Span } from "#domain/span.ts";
import type { Aspect } from "./aspect/aspect.ts";
import type { Intent } from "./intent/intent.ts";

export const OPERATIONS = [
  "value",
  "met",
  "compare",
  "difference",
  "sum",
  "series",
  "rank",
  "list",
  "count",
  "definition",
  "reason",
  "passage",
] as const;

/** What the asker wants done; a closed set. */
export type Operation = (typeof OPERATIONS)[number];

export type Language = "zh" | "en";

/** Why a question is not looked up at all; each is a `reason` on the wire. */
export type GateReason =
  | "empty"
  | "injection"
  | "personal_data"
  | "harm"
  | "insult"
  | "politics"
  | "opinion"
  | "advice"
  | "forecast"
  | "handover"
  | "about"
  | "small_talk"
  | "off_topic";

/** An indicator the question names. More than one concept means the words are ambiguous. */
export interface NamedIndicator {
  readonly phrase: string;
  /** Ids of catalogue concepts; empty when the phrase is a printed name outside the catalogue. */
  readonly concepts: readonly string[];
  /** Canonical names to look up, best first. */
  readonly names: readonly string[];
  readonly measure: "level" | "growth" | null;
}

/** A region in a year. */
export interface Place {
  readonly region: string;
  readonly year: number;
}

/** A place without a report of its own (凯里市), and the held region it lies in (黔东南苗族侗族自治州). */
export interface PlaceInside {
  readonly place: string;
  readonly region: string;
}

/** A name that several held regions bear: 鼓楼区, where the reports of 南京市鼓楼区 and 福州市鼓楼区 are held. */
export interface UnclearPlace {
  readonly written: string;
  readonly readings: readonly string[];
}

/** A figure asked for in an earlier turn that a later one sets beside others (这三个数里哪个最大, 加起来多少). */
export interface Side {
  readonly regions: readonly string[];
  readonly years: readonly number[];
  readonly kinds: readonly AskedKind[];
  /** Empty where the words name no indicator of the catalogue: then `topic` tells what was asked. */
  readonly indicators: readonly NamedIndicator[];
  readonly topic: string;
}

/**
 * What a question says that is no region, year, indicator, measure, kind, operation or filler: 茶叶 in
 * 青溪区2023年茶叶产值是多少. It narrows what is asked, so that an answer has to speak of it.
 */
export interface Residue {
  readonly word: string;
  /** Where it stands in `asked`; null where it was said in an earlier turn, or is spelt otherwise there. */
  readonly span: Span | null;
  /** Whether it stands right beside an indicator that is named, so that it can only be of that: 茶叶产值, 产值中茶叶的. */
  readonly beside: boolean;
  /** Whether what is asked about is set against it: 江北区和主城区, 比纽约高. */
  readonly against: boolean;
}

/** One stand-alone question, read from a conversation. */
export interface Question {
  /** The stand-alone question as shown back. */
  readonly text: string;
  /** The last turn, folded and in the written language (啷个 → 怎么). */
  readonly asked: string;
  readonly language: Language;
  readonly gate: GateReason | null;
  /** What the turn is: `report`, an operation on the last answer, or what no report is asked for. */
  readonly intent: Intent;
  /** Regions named that the corpus holds, by official name, in order of mention. */
  readonly regions: readonly string[];
  /** Regions named that it does not hold. */
  readonly otherRegions: readonly string[];
  /** Of these, the ones that lie in a held region: they are looked for in its reports. */
  readonly inside: readonly PlaceInside[];
  /** To be asked back; null where every name means one region. */
  readonly unclearPlace: UnclearPlace | null;
  /** Ascending; empty when no year was named. */
  readonly years: readonly number[];
  /** 去年, 今年 … as written, when `years` came from such a word. */
  readonly relativeYear: string | null;
  readonly indicators: readonly NamedIndicator[];
  readonly kinds: readonly AskedKind[];
  /** Where each region has a year of its own (渝北2023年比江北2022年); empty otherwise. */
  readonly places: readonly Place[];
  /** Where the words give a year a kind of its own (2022年实际、2023年目标), by year. */
  readonly yearKinds: Readonly<Record<number, readonly AskedKind[]>>;
  /** The figures of earlier turns that are set beside each other, oldest first; empty in all other questions. */
  readonly sides: readonly Side[];
  /** What the words around the subject ask for: an amount, a growth, both, or nothing in particular. */
  readonly measure: "level" | "growth" | "both" | null;
  readonly operation: Operation;
  /** What the turn asks of reports as a whole (总结一下, 亮点, 教育有什么进展); `other` where it asks for something narrower. */
  readonly aspect: Aspect;
  /** What is left when region, year and phrasing are taken away: the words to search for. */
  readonly topic: string;
  /** The words that narrow what is asked and are none of the other fields: the evidence has to speak of them. */
  readonly residue: readonly Residue[];
  /** Share of the topic's characters that the named indicators account for, 0 to 1. */
  readonly indicatorShare: number;
  /** True when the turn goes on from an earlier one and names no place, year or other topic to be looked for. */
  readonly leans: boolean;
  /** True when something was taken over from earlier turns. */
  readonly followUp: boolean;
  /** True when the words point at something (那个项目) that no turn has named. */
  readonly dangling: boolean;
}

/** True where targets are asked for and nothing else. */
export function asksTargetOnly({ kinds }: { readonly kinds: readonly AskedKind[] }): boolean {
  return kinds.length > 0 && kinds.every((kind) => kind === "target");
}
