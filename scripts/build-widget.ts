import { mkdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { bundleWidget } from "#serve/bundle-widget.ts";

/** Writes `dist/widget.js` for whoever serves the widget from elsewhere, and says how large it is. */
const code = await bundleWidget();
mkdirSync("dist", { recursive: true });
writeFileSync("dist/widget.js", code);
const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;
console.log(`dist/widget.js ${kib(Buffer.byteLength(code))}, gzipped ${kib(gzipSync(code).length)}`);
