export type ReadingFaultCode = "damaged" | "too_large" | "too_deep" | "unsafe" | "encrypted" | "no_text";

/** Why a file cannot be read: what is wrong with it, for a reader to tell as the file's problem. */
export class ReadingFault extends Error {
  readonly code: ReadingFaultCode;
  constructor(code: ReadingFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
