/** A cell as markup gives it: its text raw, line breaks and tabs still in it. */
export interface DraftCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly indent: number;
}

export interface DraftRow {
  readonly cells: readonly DraftCell[];
  readonly page: number | null;
  /** The file marks the row as header. */
  readonly header: boolean;
}
