import { defineConfig } from "vitest/config";

/** onnxruntime-node loads in one thread a process, so each test file gets a process of its own; two run at a time, on two cores as well. */
export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["test/browser/**", "node_modules/**"],
    setupFiles: ["./test/property-seed.ts"],
    testTimeout: 30_000,
    reporters: ["default", "./test/closing-line.ts"],
  },
});
