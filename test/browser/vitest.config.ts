import { defineConfig } from "vitest/config";

/**
 * Real Chromium; `CHROMIUM` names another one than Debian's. One file at a time: each starts a browser.
 * A busy machine may starve a browser for seconds: a test that fails once is tried once more, and the report says so.
 */
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    retry: 1,
    reporters: ["default", "./test/closing-line.ts"],
  },
});
