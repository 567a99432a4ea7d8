import { ConfigurationError } from "#domain/errors.ts";

/** The native modules of the index: compiled for one version of Node's binary interface each. */
const NATIVE = "better-sqlite3 hnswlib-node";

/**
 * What an operator is told of a compiled module that this version of Node cannot load, as after an upgrade of Node; null for
 * any other error. The index is good then: building it anew would meet the same module.
 */
export function foreignModule(error: unknown): ConfigurationError | null {
  if (!(error instanceof Error)) return null;
  const isUnloadable =
    ("code" in error && error.code === "ERR_DLOPEN_FAILED") ||
    /NODE_MODULE_VERSION|bindings file/.test(error.message);
  if (!isUnloadable) return null;
  return new ConfigurationError(
    {
      where: "module better-sqlite3",
      problem: `it was compiled for another version of Node than ${process.version}`,
      advice: `Run \`npm rebuild ${NATIVE}\`.`,
    },
    { cause: error },
  );
}
