import type { QuestionTerms } from "#read/query-terms.ts";
import type { Expectation } from "./expectation.ts";
import type { Half } from "./report-half.ts";

/** What a question wants of a passage. */
export interface Wanted {
  /** The question's words, and the same with official names for citizens' words; the best reading counts. */
  readonly wordings: readonly QuestionTerms[];
  readonly expectation: Expectation;
  /** True for 为什么: words of cause count. */
  readonly cause: boolean;
  /** Years asked about: a passage headed with other years only is about those. */
  readonly years: readonly number[];
  /** True when no report covers those years: a passage must then print one (到2035年). */
  readonly yearPrinted: boolean;
  /** Words that an answer to a question so worded has: 有什么好处 → 方便. */
  readonly echoes: readonly RegExp[];
  /** 怎么, 采取了什么措施: what is done is asked for; a sentence of praise tells none of it. */
  readonly doing: boolean;
  /** Words the question puts in quotation marks: a passage with the very words is meant. */
  readonly quotations: readonly string[];
  /** 有哪些成绩: what went well is asked for, which no sentence on problems tells. */
  readonly achieved: boolean;
  /** 全市 in 在全市排第几: among whom a rank is asked for. */
  readonly scope: string | null;
  /** False when the table has been looked up already: its rows are no passages then. */
  readonly rows: boolean;
  /** 建得怎么样了 looks back, where no year says so. */
  readonly half: Half | null;
  /** Names that a reason's own heading (2.固定资产投资增速。) may carry. */
  readonly subjects: readonly string[];
}
