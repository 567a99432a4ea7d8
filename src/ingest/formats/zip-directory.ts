/** One file of a packed file, as the directory at its end says (APPNOTE 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly bytes: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 65_535;

/** The directory of a packed file, nothing of it unpacked; null when there is none that can be read. */
export function zipEntries(buffer: Buffer): ZipEntry[] | null {
  const end = endOfDirectory(buffer);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = buffer.readUInt32LE(end + 16);
  const count = buffer.readUInt16LE(end + 10);
  for (let nth = 0; nth < count; nth++) {
    if (at + ENTRY_LENGTH > buffer.length || buffer.readUInt32LE(at) !== ENTRY) return null;
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = buffer.toString("utf8", at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength);
    const packedBytes = buffer.readUInt32LE(at + 20);
    entries.push({ name: name.replaceAll("\\", "/"), packedBytes, bytes: buffer.readUInt32LE(at + 24) });
    at += ENTRY_LENGTH + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

export function zipEntryNames(buffer: Buffer): string[] | null {
  return zipEntries(buffer)?.map(({ name }) => name) ?? null;
}

function endOfDirectory(buffer: Buffer): number | null {
  const farthest = Math.max(0, buffer.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = buffer.length - END_LENGTH; at >= farthest; at--)
    if (buffer.readUInt32LE(at) === END) return at;
  return null;
}
