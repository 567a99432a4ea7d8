import { expect, test } from "vitest";
import { foreignModule } from "./foreign-module.ts";

test.each([
  Object.assign(new Error("better_sqlite3.node was compiled against …"), { code: "ERR_DLOPEN_FAILED" }),
  new Error("The module was compiled against NODE_MODULE_VERSION 115. This version requires 127."),
  new Error("Could not locate the bindings file. Tried: …"),
])("%s names the module, the version of Node and what to run", (error) => {
  const told = foreignModule(error);
  expect(told?.message).toContain("module better-sqlite3");
  expect(told?.message).toContain(process.version);
  expect(told?.message).toContain("npm rebuild better-sqlite3 hnswlib-node");
  expect(told?.message).not.toContain("npm run build");
});

test("another error is none of it", () => expect(foreignModule(new Error("database is locked"))).toBeNull());
