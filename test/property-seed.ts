import fc from "fast-check";

/** Properties try the same values on every machine; another FAST_CHECK_SEED tries others. */
fc.configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 2024) });
