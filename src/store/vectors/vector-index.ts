import { best, type Hit } from "#store/hit.ts";

/** Nearest neighbours by cosine. Every implementation gives exact cosines as scores, best first. */
export interface VectorIndex {
  readonly size: number;
  readonly dimensions: number;
  /** @param allowed 1 for each chunk that may be returned; absent lets all through */
  search(vector: ArrayLike<number>, limit: number, allowed?: Uint8Array): Hit[];
}

/** Unit vectors, one after the other. */
export class VectorTable {
  readonly size: number;
  readonly dimensions: number;
  readonly values: Float32Array;

  constructor(values: Float32Array, dimensions: number) {
    this.values = values;
    this.dimensions = dimensions;
    this.size = values.length / dimensions;
  }

  /** Packs vectors, each scaled to length 1; one of zeros stays. */
  static from(vectors: readonly ArrayLike<number>[], dimensions: number): VectorTable {
    const values = new Float32Array(vectors.length * dimensions);
    for (const [at, vector] of vectors.entries()) values.set(unit(vector), at * dimensions);
    return new VectorTable(values, dimensions);
  }

  row(position: number): Float32Array {
    return this.values.subarray(position * this.dimensions, (position + 1) * this.dimensions);
  }

  /** Cosine of row and a unit vector. */
  cosine(position: number, query: Float32Array): number {
    const offset = position * this.dimensions;
    let sum = 0;
    for (let at = 0; at < this.dimensions; at += 1) {
      sum += (this.values[offset + at] ?? 0) * (query[at] ?? 0);
    }
    return sum;
  }

  /**
   * A query as a unit vector of this table's kind.
   * @throws RangeError when it has other dimensions or a number that is not finite
   */
  query(vector: ArrayLike<number>): Float32Array {
    if (vector.length !== this.dimensions) {
      throw new RangeError(`query of ${vector.length} dimensions, index of ${this.dimensions}`);
    }
    const query = unit(vector);
    if (!query.every(Number.isFinite)) throw new RangeError("query holds a number that is not finite");
    return query;
  }
}

/** Compares the query with every vector: the truth, and fast enough below some thousands. */
export class ExactVectors implements VectorIndex {
  readonly #table: VectorTable;

  constructor(table: VectorTable) {
    this.#table = table;
  }

  get size(): number {
    return this.#table.size;
  }

  get dimensions(): number {
    return this.#table.dimensions;
  }

  search(vector: ArrayLike<number>, limit: number, allowed?: Uint8Array): Hit[] {
    const query = this.#table.query(vector);
    const hits: Hit[] = [];
    for (let position = 0; position < this.size; position += 1) {
      if (allowed === undefined || allowed[position] === 1) {
        hits.push({ position, score: this.#table.cosine(position, query) });
      }
    }
    return best(hits, limit);
  }
}

/** One that was scaled before stays to the last bit, so that an index of kept vectors has the bytes of the one they came from. */
function unit(vector: ArrayLike<number>): Float32Array {
  const copy = Float32Array.from(vector);
  const length = Math.sqrt(copy.reduce((sum, value) => sum + value * value, 0));
  const isUnit = Math.abs(length - 1) < ROUNDING;
  return length === 0 || isUnit ? copy : copy.map((value) => value / length);
}

/** How far from 1 the length of a vector of 32-bit floats may come out after it was scaled, amply. */
const ROUNDING = 1e-6;
