import { defineConfig } from "vitest/config";

/** Real Chromium; `CHROMIUM` names another one than Debian's. One file at a time: each starts a browser. */
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", "./test/closing-line.ts"],
  },
});
