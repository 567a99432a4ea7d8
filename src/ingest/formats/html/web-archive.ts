/** Parts within parts, as mail programs write them; a page lies no deeper. */
const DEEPEST = 4;
const HEADER_LINES = 200;

/**
 * The bytes of the page in a saved web archive (.mht, .mhtml: MIME, RFC 2557), the first part of HTML; pictures and other parts
 * are left alone. Bytes that are no archive are the page; null for an archive without one.
 */
export function pageBytes(bytes: Uint8Array): Uint8Array | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096)).toString("latin1");
  if (!isArchive(start)) return bytes;
  return pageIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"), 0);
}

/** True for a text that begins with the headers of a saved page: multipart/related, or HTML itself. A mail is none. */
export function isArchive(start: string): boolean {
  if (!/^\s*(?:MIME-Version|From|Content-Type|Snapshot-Content-Location|Subject|Date)\s*:/i.test(start))
    return false;
  return /^Content-Type:\s*(?:multipart\/related|text\/html)/im.test(start);
}

interface Part {
  readonly type: string;
  readonly boundary: string | null;
  readonly encoding: string;
  readonly body: string;
}

function pageIn(text: string, depth: number): Uint8Array | null {
  const part = partOf(text);
  if (part === null || depth > DEEPEST) return null;
  if (part.type === "text/html") return decoded(part);
  if (part.boundary === null) return null;
  for (const inner of partsWithin(part.body, part.boundary)) {
    const page = pageIn(inner, depth + 1);
    if (page !== null) return page;
  }
  return null;
}

/** Headers up to the first empty line, those that go on over lines joined, then the body. */
function partOf(text: string): Part | null {
  const lines: string[] = [];
  let at = text.length - text.trimStart().length;
  for (let count = 0; count < HEADER_LINES; count += 1) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, "");
    at = end < 0 ? text.length : end + 1;
    if (line === "") break;
    if (/^[ \t]/.test(line) && lines.length > 0) lines.push(`${lines.pop()} ${line.trim()}`);
    else lines.push(line);
    if (end < 0) return null;
  }
  const header = (name: string) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? "";
  const type = header("content-type");
  return {
    type: /^[^;\s]*/.exec(type)?.[0].toLowerCase() ?? "",
    boundary:
      /boundary\s*=\s*(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(type)?.slice(1).find(Boolean) ?? null,
    encoding: header("content-transfer-encoding").toLowerCase(),
    body: text.slice(at),
  };
}

function partsWithin(body: string, boundary: string): string[] {
  const parts = body.split(`--${boundary}`).slice(1);
  return parts.filter((part) => !part.startsWith("--"));
}

function decoded({ encoding, body }: Part): Uint8Array {
  if (encoding === "base64") return new Uint8Array(Buffer.from(body, "base64"));
  if (encoding !== "quoted-printable") return new Uint8Array(Buffer.from(body, "latin1"));
  const plain = body
    .replace(/=[ \t]{0,100}\r?\n/g, "")
    .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return new Uint8Array(Buffer.from(plain, "latin1"));
}
