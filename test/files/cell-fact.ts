import { z } from "zod";

/**
 * A table fact as a person reads it off a real file: the row by its name, the column by the headings above it, and the cell.
 * Everything is as printed; white space is not compared, since a page sets names apart with it (合  计).
 */
export const cellFactSchema = z.strictObject({
  /** Page from 1, where the format has pages and the page is part of the fact. */
  page: z.int().positive().nullable().default(null),
  /** Sheet by name, in workbooks. */
  sheet: z.string().nullable().default(null),
  /** A caption or title that stands in the table or before it. */
  caption: z.string().nullable().default(null),
  /** Name of the row: the text of one cell of the row, left of the fact's cell. */
  row: z.string().min(1),
  /** Text of another cell of the same row, where several rows carry the same name (its code, its number). */
  beside: z.string().nullable().default(null),
  /** The headings above the cell, outermost first; some may be left out, none may be invented. */
  column: z.array(z.string().min(1)).min(1),
  /** The unit as printed, in the table or in the lines before it. */
  unit: z.string().nullable().default(null),
  /** The cell as printed; empty where the printed cell is empty. */
  cell: z.string(),
  /** Why this fact is not read right so far. Such a fact must fail, so that a mended reader takes the remark away. */
  shortfall: z.string().nullable().default(null),
});

export const factFileSchema = z.strictObject({
  /** Name of the file in the shared folder. */
  file: z.string(),
  /** Facts written down, but never looked at while the reader was built. */
  unseen: z.boolean().default(false),
  facts: z.array(cellFactSchema).min(1),
});

export type CellFact = z.infer<typeof cellFactSchema>;
export type FactFile = z.infer<typeof factFileSchema>;
