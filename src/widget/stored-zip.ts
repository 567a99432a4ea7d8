const UTF8 = 0x0800;
/** 1 January 1980. */
const DATE = 0x0021;

/** A ZIP file (APPNOTE 6.3) of small texts, stored as they are. */
export function stored(files: Readonly<Record<string, string>>, type: string): Blob {
  const encoder = new TextEncoder();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const [title, text] of Object.entries(files)) {
    const [name, data] = [encoder.encode(title), encoder.encode(text)];
    const facts = [20, UTF8, 0, 0, DATE];
    const sizes = [crc32(data), data.length, data.length];
    const head = numbers([0x04034b50], facts, sizes, [name.length, 0]);
    parts.push(head, name, data);
    directory.push(numbers([0x02014b50], [20, ...facts], sizes, [name.length, 0, 0, 0, 0], [0, at]), name);
    at += head.length + name.length + data.length;
  }
  const count = directory.length / 2;
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const end = numbers([0x06054b50], [0, 0, count, count], [length, at], [0]);
  return new Blob([...parts, ...directory, end], { type });
}

/** Groups of numbers, little-endian: the odd ones of 32 bits, the even ones of 16. */
function numbers(...groups: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const bytes = groups.flatMap((group, at) =>
    group.flatMap((number) =>
      (at % 2 === 0 ? [0, 8, 16, 24] : [0, 8]).map((shift) => (number >>> shift) & 255),
    ),
  );
  return Uint8Array.from(bytes);
}

/** CRC-32 of ISO 3309, as ZIP wants it. */
function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
