import { ProblemError } from "./problem.ts";

/** The request's JSON body of at most `maxBytes`, counted while it arrives. */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  if (!isPlainJson(request.headers)) throw new ProblemError("unsupported_media_type");
  const text = decode(await readBytes(request, maxBytes));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProblemError("invalid_json", {}, { cause: error });
  }
}

function isPlainJson(headers: Headers): boolean {
  const [type = "", ...parameters] = (headers.get("content-type") ?? "").toLowerCase().split(";");
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith("charset="));
  const encoding = headers.get("content-encoding") ?? "identity";
  const isJson = type.trim() === "application/json" || type.trim().endsWith("+json");
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  return isJson && isUtf8 && encoding.toLowerCase() === "identity";
}

/** The body of at most `maxBytes`, counted while it arrives. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const parts: Uint8Array[] = [];
  let size = 0;
  if (request.body === null) return new Uint8Array();
  for await (const part of request.body) {
    size += part.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ProblemError("invalid_encoding", {}, { cause: error });
  }
}

function tooLarge(maxBytes: number): ProblemError {
  const kib = maxBytes / 1024;
  return new ProblemError("body_too_large", {
    words: { zh: `请求体不能超过 ${kib} KiB。`, en: `The request body has at most ${kib} KiB.` },
  });
}
