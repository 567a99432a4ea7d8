import { PackageFault } from "./package-fault.ts";

/**
 * The code and message for a packed document that could not be read. Anything but a PackageFault is a fault of this program and
 * goes on as it came.
 */
export function packageProblem(
  error: unknown,
  what: string,
  advice: string,
): [code: string, message: string] {
  if (error instanceof PackageFault)
    return [error.code, `The ${what} is not read: ${error.message}. ${advice}`];
  throw error;
}
