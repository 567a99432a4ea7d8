import type { OriginalFile } from "#protocol/library.ts";

/** Nothing of the file runs, loads or frames. */
const SEALED = "sandbox; default-src 'none'";
/** A browser's own viewer shows it and keeps its scripts from the page; a sandbox would keep the viewer out as well. */
const SHOWN = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'";

/** The file that a report was read from, exactly as it is: a PDF to be looked at, anything else to be saved. */
export function originalResponse({ bytes, digest, name, mediaType }: OriginalFile): Response {
  const shown = mediaType === "application/pdf";
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mediaType,
      "Content-Length": String(bytes.length),
      "Content-Disposition": `${shown ? "inline" : "attachment"}; filename*=UTF-8''${encoded(name)}`,
      "Content-Security-Policy": shown ? SHOWN : SEALED,
      ETag: `"${digest}"`,
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** As RFC 8187 writes a name: what encodeURIComponent leaves and is no `attr-char` as well. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
