import JSZip from "jszip";
import { ReadingFault } from "#ingest/formats/reading-fault.ts";

export interface OpenZip {
  readonly names: readonly string[];
  /** The bytes of a part, null where there is none of that name. Throws ReadingFault. */
  readonly bytes: (name: string) => Promise<Uint8Array | null>;
  /** The same as text, UTF-8 or UTF-16. */
  readonly text: (name: string) => Promise<string | null>;
}

const MIB = 1024 * 1024;

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of one part and of all that are asked for. */
  readonly part: number;
  readonly all: number;
}

const LIMITS: ZipLimits = { entries: 20_000, part: 96 * MIB, all: 256 * MIB };

/**
 * Opens a zip without trusting what it says of its sizes: a part is inflated only when it is asked for, and no further than its
 * limit. Throws ReadingFault.
 */
export async function openZip(bytes: Uint8Array, limits = LIMITS): Promise<OpenZip> {
  const zip = await load(bytes);
  const names = Object.keys(zip.files).filter((name) => zip.files[name]?.dir === false);
  if (names.length > limits.entries)
    throw new ReadingFault("too_large", `it packs more than ${limits.entries} parts`);
  let spent = 0;
  const read = async (name: string): Promise<Uint8Array | null> => {
    const entry = zip.files[name.replace(/^\/+/u, "")];
    if (entry === undefined || entry.dir) return null;
    const part = await inflate(entry, Math.min(limits.part, limits.all - spent));
    spent += part.length;
    return part;
  };
  return {
    names,
    bytes: read,
    text: async (name) => {
      const part = await read(name);
      return part === null ? null : decodeXml(part);
    },
  };
}

async function load(bytes: Uint8Array): Promise<JSZip> {
  try {
    return await JSZip.loadAsync(bytes);
  } catch (cause) {
    const encrypted = cause instanceof Error && /encrypted/iu.test(cause.message);
    throw encrypted
      ? new ReadingFault("encrypted", "it is protected by a password", { cause })
      : new ReadingFault("damaged", "its zip container is broken or cut off", { cause });
  }
}

/** A part's bytes as they unpack; stopped at the limit, whatever size the zip says it has. */
function inflate(entry: JSZip.JSZipObject, limit: number): Promise<Uint8Array> {
  const broken = (cause: Error) => new ReadingFault("damaged", `its part ${entry.name} is broken`, { cause });
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const stream = entry.nodeStream("nodebuffer");
    stream.on("data", (chunk: Uint8Array) => {
      length += chunk.length;
      if (length <= limit) return void chunks.push(chunk);
      stream.pause();
      const most = `${Math.round(limit / MIB)} MiB`;
      reject(new ReadingFault("too_large", `its part ${entry.name} unpacks to more than ${most}`));
    });
    stream.on("error", (cause: Error) => reject(broken(cause)));
    stream.on("end", () => resolve(Buffer.concat(chunks)));
  });
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}
