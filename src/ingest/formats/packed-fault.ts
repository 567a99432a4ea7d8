import { fileLimit } from "#ingest/file-limits.ts";
import { zipEntries } from "./zip-directory.ts";

const MEGABYTE = 1024 * 1024;
const MOST_UNPACKED = fileLimit("unpackedMegabytes") * MEGABYTE;
/** Office files pack to a tenth; a hundredth is possible in tables of zeros, a thousandth is a trap. */
const MOST_TIMES = fileLimit("unpackedTimes");
const SMALL = 20 * MEGABYTE;
const MOST_ENTRIES = fileLimit("packedParts");

/** Why a packed file must not be unpacked (a few kilobytes that unpack to gigabytes), or null; nothing is unpacked to tell. */
export function packedFault(bytes: Uint8Array): { code: string; message: string } | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = buffer.subarray(0, 2).toString("latin1") === "PK" ? zipEntries(buffer) : null;
  if (entries === null) return null;
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const swollen = entries.some(
    (entry) => entry.bytes > SMALL && entry.bytes > entry.packedBytes * MOST_TIMES,
  );
  if (total <= MOST_UNPACKED && !swollen && entries.length <= MOST_ENTRIES) return null;
  const size = `${Math.round(total / MEGABYTE)} MB in ${entries.length} parts`;
  return {
    code: "zip_bomb",
    message: `unpacked the file would have ${size}; no report has: get it again from its source`,
  };
}
