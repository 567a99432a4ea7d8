import type { SourceDocument } from "#domain/document.ts";
import type { ReportPart } from "#indicators/extract-part.ts";
import type { Onward } from "./onward.ts";

import type { Period } from "./scope.ts";
import type { Subject } from "./subject.ts";

/** Several years that a text speaks of together: the last of them, and how many, where it says so. */
export interface YearsSpoken {
  readonly last: number;
  readonly count: number | null;
}

/** A sentence and where it stands. */
export interface SentenceContext {
  readonly document: SourceDocument;
  readonly part: ReportPart | null;
  readonly period: Period;
  /** The several years told of here; null where that is not clear. */
  readonly years: YearsSpoken | null;
  /** True where the paragraph is on a part of the region: a park, a zone. */
  readonly ofTerritory: boolean;
  /** The compact sentence. */
  readonly text: string;
}

/** The subjects of a group of figures and how surely they are its. */
export interface Subjects {
  readonly list: readonly Subject[];
  readonly confidence: number;
  /** The subjects of the levels told one after the other up to here: A 1元，B 2元，分别增长3%、4%. */
  readonly row: readonly Subject[];
  /** True where one figure is told of each of them: 城镇和农村居民人均可支配收入均增长8%. */
  readonly shared?: boolean;
  readonly onward?: Onward;
  /** True right after their growth was told: the level reached may follow. */
  readonly grew?: boolean;
  /** 新增 where these were added: what follows after 、 was added too. */
  readonly added?: string | null;
  /** The verb of a deed and the unit it was told in: 投用停车场5个、小微停车场20个. */
  readonly done?: { readonly verb: string; readonly unit: string } | null;
  /** True for a part of the level told right before, which is a level as well. */
  readonly ofWhole?: boolean;
  /** True where the thing counted stands after its number: 67个项目, 76个项目完成投资300亿元. */
  readonly counted?: boolean;
}

/** How surely figures are their subject's: named there, told before, described before, a name outside the catalogue. */
export const SURE = 0.95;
export const INHERITED = 0.9;
export const DESCRIBED = 0.85;
export const UNKNOWN_NAME = 0.75;
