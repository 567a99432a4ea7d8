import type { Dialect } from "./dialect.ts";

/** pgvector, and the vector type of openGauss (DataVec): `[0.1,-0.2]`. Other programs can search it in SQL. */
export const vectorDialect: Dialect = {
  vectorType: "vector",
  toColumn: (vector) => `[${vector.join(",")}]`,
  fromColumn(value) {
    if (typeof value !== "string") throw new TypeError("a vector did not come as text");
    return Float32Array.from(value.slice(1, -1).split(","), Number);
  },
};
