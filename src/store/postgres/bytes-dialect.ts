import type { Dialect } from "./dialect.ts";

/** A database without a vector type: four bytes a number, the lowest first. */
export const bytesDialect: Dialect = {
  vectorType: "bytea",
  toColumn: (vector) => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
  fromColumn(value) {
    if (!Buffer.isBuffer(value)) throw new TypeError("a vector did not come as bytes");
    // A copy, so that the numbers lie at offsets divisible by four.
    return new Float32Array(Uint8Array.from(value).buffer);
  },
};
