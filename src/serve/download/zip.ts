import { constants, crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const DEFLATE = 8;
/** Bit 3: sizes follow the data; bit 11: names are UTF-8. */
const FLAGS = 0x0808;
/** 1 January 1980: equal content gives equal bytes. */
const DATE = 0x0021;

/** A ZIP file (APPNOTE 6.3) written as it is taken: no entry is ever held whole. Each entry stays below 4 GiB. */
export function* zipped(entries: Iterable<ZipEntry>): Generator<Uint8Array<ArrayBuffer>> {
  const written: Written[] = [];
  let at = 0;
  for (const { name: title, pieces } of entries) {
    const name = Buffer.from(title);
    const head = localHead(name);
    yield bytes(head);
    let [crc, size, packed] = [0, 0, 0];
    for (const piece of pieces) {
      const data = Buffer.from(piece);
      crc = crc32(data, crc);
      size += data.length;
      // Blocks that end at a byte and are not the last: one after the other they are one stream.
      const block = deflateRawSync(data, { finishFlush: constants.Z_SYNC_FLUSH });
      packed += block.length;
      yield bytes(block);
    }
    const last = deflateRawSync(Buffer.alloc(0));
    packed += last.length;
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(0x08074b50, 0);
    for (const [place, number] of [crc, packed, size].entries()) sizes.writeUInt32LE(number, 4 + place * 4);
    yield bytes(Buffer.concat([last, sizes]));
    written.push({ name, crc, packed, size, at });
    at += head.length + packed + sizes.length;
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  yield bytes(Buffer.concat([directory, end]));
}

function localHead(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATE, 8);
  head.writeUInt16LE(DATE, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function directoryEntry({ name, crc, packed, size, at }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATE, 10);
  entry.writeUInt16LE(DATE, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);
