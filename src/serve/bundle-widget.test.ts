import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundleWidget } from "./bundle-widget.ts";

test("the widget, charts included, is less than 40 KB as it travels", async () => {
  expect(gzipSync(await bundleWidget()).byteLength).toBeLessThan(40 * 1024);
});
