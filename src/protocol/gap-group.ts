/** Questions asked in vain about one thing. */
export interface GapGroup {
  /** A dash where the questions name none. */
  readonly region: string;
  readonly year: string;
  readonly topic: string;
  readonly unanswered: number;
  readonly weak: number;
  readonly examples: readonly string[];
}
