/** How a database keeps a vector of 32-bit floats. Values come back to the last bit. */
export interface Dialect {
  /** Type of the column. */
  readonly vectorType: string;
  /** As a parameter of a statement. */
  toColumn(vector: Float32Array): string | Buffer;
  /** As the driver hands it over. @throws TypeError for another value */
  fromColumn(value: unknown): Float32Array;
}
