/** One line of the file, still with its tabs, Markdown marks and layout spaces. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  readonly raw: string;
}
