/** An error a caller can react to. `audience` says who may read its message. */
export abstract class WenzhengError extends Error {
  abstract readonly code: string;
  abstract readonly audience: "reader" | "operator";
  override get name(): string {
    return this.constructor.name;
  }
}

/** The index cannot be served: absent, damaged, or built by something else. */
export class IndexUnusableError extends WenzhengError {
  readonly code = "index_unusable";
  readonly audience = "operator";
  readonly path: string;
  readonly reason: string;
  constructor(facts: { path: string; reason: string }, options?: ErrorOptions) {
    super(
      `The index at ${facts.path} cannot be used: ${facts.reason}. Rebuild it with \`npm run build\`.`,
      options,
    );
    this.path = facts.path;
    this.reason = facts.reason;
  }
}

/** A file has no room on its disk. */
export class DiskFullError extends WenzhengError {
  readonly code = "disk_full";
  readonly audience = "operator";
  /** Bytes. */
  readonly wanted: number;
  constructor(facts: { path: string; wanted: number; left: number }, options?: ErrorOptions) {
    super(
      `The disk is full: ${facts.path} needs ${facts.wanted} bytes and ${facts.left} are free. The index before stays as it is. Free some space, or name another folder in INDEX_DIR.`,
      options,
    );
    this.wanted = facts.wanted;
  }
}

/** No database of those that DATABASE_URL names can be used. */
export class DatabaseUnavailableError extends WenzhengError {
  readonly code = "database_unavailable";
  readonly audience = "operator";
  /** @param facts what was met at each address, which hold no password */
  constructor(facts: { faults: readonly string[] }, options?: ErrorOptions) {
    super(
      `The database cannot be used: ${facts.faults.join("; ")}. Look at DATABASE_URL and at the server; the index at hand stays as it is.`,
      options,
    );
  }
}

/** A setting or data file that does not parse. */
export class ConfigurationError extends WenzhengError {
  readonly code = "configuration";
  readonly audience = "operator";
  readonly where: string;
  constructor(facts: { where: string; problem: string; advice: string }, options?: ErrorOptions) {
    super(`${facts.where}: ${facts.problem}. ${facts.advice}`, options);
    this.where = facts.where;
  }
}

/** A model cannot be loaded. */
export class ModelUnavailableError extends WenzhengError {
  readonly code = "model_unavailable";
  readonly audience = "operator";
  readonly model: string;
  constructor(facts: { model: string; reason: string; advice: string }, options?: ErrorOptions) {
    super(`The model ${facts.model} cannot be loaded: ${facts.reason}. ${facts.advice}`, options);
    this.model = facts.model;
  }
}
