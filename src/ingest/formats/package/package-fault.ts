export type PackageFaultCode = "damaged" | "too_large" | "too_deep" | "unsafe" | "encrypted";

/** Why a packed document (a zip of XML parts) cannot be read; the reader tells it as the file's problem. */
export class PackageFault extends Error {
  readonly code: PackageFaultCode;
  constructor(code: PackageFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
