/**
 * Why a model's sentence is dropped:
 * - `marker`: a marker that does not exist, that is missing, or that is another source's
 * - `figure`, `unit`, `direction`, `qualifier`: not the evidence's number, unit, rise or fall, 左右 or 以上
 * - `region`, `year`, `kind`: a name the evidence lacks, or a figure told of another region, year, target or result
 * - `relation`, `verdict`: higher or lower, met or missed, that the figures do not bear out
 * - `strange`: words that are mostly not those of the evidence
 * - `markup`: links, headings, tables, tags
 */
export type Fault =
  | "marker"
  | "figure"
  | "unit"
  | "direction"
  | "qualifier"
  | "region"
  | "year"
  | "kind"
  | "relation"
  | "verdict"
  | "strange"
  | "markup";
