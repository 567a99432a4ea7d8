import { createHash } from "node:crypto";
import { REPORT_ENDING } from "#ingest/formats/tell-format.ts";

/** A path as an id that is safe in a URL. */
export function slug(file: string): string {
  const name = file.replace(REPORT_ENDING, "");
  const ascii = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const lossless = /^[\x20-\x7e]*$/.test(name) && ascii !== "";
  if (lossless) return ascii;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return ascii === "" ? `report-${digest}` : `${ascii}-${digest}`;
}
